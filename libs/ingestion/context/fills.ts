import type { ContextStore } from './context-store';
import { MOST_REPEATS, addToList, chainOf, listIn } from './orders';

/** A version of a dispense as its source tells it. */
export interface Fill {
  readonly record: string;
  readonly recordVersion: number;
  /** The id of the event that it becomes. */
  readonly event: string;
  readonly prescription: string;
  /** When the medication was handed over, UTC milliseconds. */
  readonly at: number;
  readonly retracted: boolean;
  /** The refill number that the source states. */
  readonly stated?: number | undefined;
  /** The source says that it is a refill, without its number. */
  readonly isRefill?: boolean;
}

/** What is kept of a dispense: its newest version, and the number that each version was given, null for none. */
interface KnownFill extends Pick<Fill, 'record' | 'recordVersion' | 'prescription' | 'at' | 'stated'> {
  readonly retracted?: true;
  readonly given: Readonly<Record<string, number | null>>;
}

const fillReference = (record: string): string => `fill ${record}`;
const fillsReference = (prescription: string): string => `fills of ${prescription}`;

function knownFill(context: ContextStore, source: string, record: string): KnownFill | undefined {
  const value = context.get(source, fillReference(record));
  return value === undefined ? undefined : (JSON.parse(value) as KnownFill);
}

/** Keeps a version of a dispense and its number. Of two contents of one version the first stays, as it does in the log. */
export function rememberFill(context: ContextStore, source: string, fill: Fill, number: number | undefined): void {
  const known = knownFill(context, source, fill.record);
  if (known !== undefined && fill.event in known.given) return;
  const given = { ...known?.given, [fill.event]: number ?? null };
  const { record, recordVersion, prescription, at, stated, retracted } = fill;
  const isNewest = known === undefined || recordVersion >= known.recordVersion;
  const newest = isNewest ? { record, recordVersion, prescription, at, stated, ...(retracted ? { retracted } : {}) } : known;
  context.put(source, fillReference(record), JSON.stringify({ ...newest, given }));
  addToList(context, source, fillsReference(newest.prescription), record);
}

/**
 * The refill number of a dispense whose source does not state it: how many were handed over before it on the same order, on those that
 * the order repeats and on all that repeat one of these; from the last one on whose number is stated. The same version of the same
 * record has the same number whenever it is asked for, whatever has become known since. Undefined where it cannot be told.
 */
export function countedRefill(context: ContextStore, source: string, fill: Fill): number | undefined {
  const given = knownFill(context, source, fill.record)?.given[fill.event];
  if (given !== undefined) return given ?? undefined;
  const number = fill.retracted ? undefined : countOf(context, source, fill);
  rememberFill(context, source, fill, number);
  return number;
}

function countOf(context: ContextStore, source: string, fill: Fill): number | undefined {
  const chain = chainOf(context, source, fill.prescription);
  if (chain === undefined) return undefined;
  const earlier = chain
    .flatMap((prescription) => fillsOf(context, source, prescription))
    .filter((other) => other.record !== fill.record && orderOf(other, fill) < 0)
    .sort(orderOf);
  const last = earlier.findLastIndex(({ stated }) => stated !== undefined);
  const number = (earlier[last]?.stated ?? 0) + earlier.length - Math.max(last, 0);
  // A refill that would be the first one follows dispenses that we were not told of.
  return number > MOST_REPEATS || (number === 0 && fill.isRefill === true) ? undefined : number;
}

/** A later version of a dispense may fill another order than it did. */
const fillsOf = (context: ContextStore, source: string, prescription: string): readonly KnownFill[] =>
  listIn(context, source, fillsReference(prescription)).flatMap((record) => {
    const fill = knownFill(context, source, record);
    return fill?.prescription === prescription && fill.retracted !== true ? [fill] : [];
  });

const orderOf = (left: Pick<Fill, 'at' | 'record'>, right: Pick<Fill, 'at' | 'record'>): number =>
  left.at - right.at || (left.record < right.record ? -1 : 1);
