import { badInput } from './bad-input';

/** Pages default to what the schema says and stop here. */
export const MOST_ROWS = 1_000;

/** What a page is cut by: the value of the sort and the row's id, which settles ties. */
export type CursorKey = readonly [value: string | number, id: string];

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** The number of rows asked for. @throws GraphQLError where it is outside 0 to 1,000 */
export function pageSize(first: number | null | undefined, fallback: number): number {
  const size = first ?? fallback;
  if (size < 0 || size > MOST_ROWS) throw badInput(`first is a whole number from 0 to ${MOST_ROWS}`);
  return size;
}

/** Cuts a connection out of one row more than was asked for. */
export function connectionOf<Node extends object>(
  rows: readonly Node[],
  size: number,
  totalCount: number,
  key: (row: Node) => CursorKey,
): Connection<Node> {
  const nodes = rows.slice(0, size);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(key(node)), node }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null }, totalCount };
}

/**
 * The number of all, which stands in every row of a page. A page beyond the end has no row: the first page is asked then.
 * @param after the cursor behind which the page begins.
 */
export async function totalOf(
  rows: readonly { readonly total: number }[],
  after: string | null | undefined,
  firstPage: () => Promise<{ readonly totalCount: number }>,
): Promise<number> {
  const [row] = rows;
  if (row !== undefined) return row.total;
  return after === null || after === undefined ? 0 : (await firstPage()).totalCount;
}

/** A connection whose rows are read when they are asked for: a caller who wants the number alone causes no more than that. */
export interface LazyConnection<Node> extends Pick<Connection<Node>, 'pageInfo' | 'totalCount'> {
  readonly nodes: () => Promise<readonly Node[]>;
  readonly edges: () => Promise<Connection<Node>['edges']>;
}

/** The same out of keys, one more than was asked for. `read` finds the rows of keys, in no particular order; a row may have gone since. */
export function lazyConnection<Node extends { readonly id: string }, Key extends { readonly id: string }>(
  keys: readonly Key[],
  size: number,
  totalCount: number,
  cursor: (key: Key) => CursorKey,
  read: (keys: readonly Key[]) => Promise<readonly Node[]>,
): LazyConnection<Node> {
  const shown = keys.slice(0, size);
  const last = shown.at(-1);
  let reading: Promise<Connection<Node>['edges']> | undefined;
  const edges = (): Promise<Connection<Node>['edges']> =>
    (reading ??= read(shown).then((rows) => {
      const byId = new Map(rows.map((row) => [row.id, row]));
      return shown.flatMap((key) => {
        const node = byId.get(key.id);
        return node === undefined ? [] : [{ cursor: encodeCursor(cursor(key)), node }];
      });
    }));
  return {
    edges,
    nodes: async () => (await edges()).map(({ node }) => node),
    pageInfo: { hasNextPage: keys.length > size, endCursor: last === undefined ? null : encodeCursor(cursor(last)) },
    totalCount,
  };
}

function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor back. @throws GraphQLError where it is not one that `connectionOf` made for a sort of this kind */
export function decodeCursor(after: string | null | undefined, kind: 'string' | 'number'): CursorKey | undefined {
  if (after === null || after === undefined) return undefined;
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    throw badInput('after is not a cursor of this list');
  }
  if (!Array.isArray(key) || key.length !== 2 || typeof key[1] !== 'string') throw badInput('after is not a cursor of this list');
  const value: unknown = key[0];
  if (kind === 'number' ? !Number.isSafeInteger(value) : typeof value !== 'string') throw badInput('after is a cursor of another sort');
  return [value as string | number, key[1]];
}
