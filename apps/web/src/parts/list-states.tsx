import type { ReactNode } from 'react';
import { problemWords } from './problem-words';
import { Failed, Loading, Stale } from './states';
import type { Connection } from './use-connection';

interface ListStatesProps<Node> {
  readonly rows: Connection<Node>;
  /** In words, such as `the gifts`. */
  readonly what: string;
  /** What stands where the list has no row. */
  readonly empty: ReactNode;
  readonly children: (nodes: readonly Node[]) => ReactNode;
}

/** A list in each of its states: not there yet, failed, old, empty, or there. */
export function ListStates<Node>({ rows, what, empty, children }: ListStatesProps<Node>) {
  if (rows.nodes === undefined) {
    if (rows.error === undefined) return <Loading rows={8} height={40} label={`Loading ${what}`} />;
    return <Failed what={`Could not load ${what}.`} why={problemWords(rows.error)} retry={rows.refresh} />;
  }
  return (
    <>
      {rows.error === undefined ? null : <Stale>This list could not be renewed. {problemWords(rows.error)}</Stale>}
      {rows.nodes.length === 0 ? empty : children(rows.nodes)}
    </>
  );
}
