import type { ContextStore } from './context-store';

/** What a dispense needs to know of the order that it fills. The clinician is a pseudonym. */
export interface KnownOrder {
  readonly clinician: string;
  readonly schedule: string;
  readonly scheduleSource?: string;
  /** The order that this one follows. */
  readonly priorPrescription?: string;
  /** The order, or the plan, that this one is an issue of. */
  readonly basedOn?: string;
}

/** At most so many orders repeat one; the vocabulary numbers no more refills. */
export const MOST_REPEATS = 1_000;

export const orderReference = (prescription: string): string => `order ${prescription}`;
const repeatsReference = (prescription: string): string => `repeats of ${prescription}`;

const listOf = (value: string | undefined): readonly string[] => (value === undefined ? [] : (JSON.parse(value) as string[]));

/** Adds to a list that is kept for lookup; each entry stands in it once. */
export function addToList(context: ContextStore, source: string, reference: string, entry: string): void {
  const list = listOf(context.get(source, reference));
  if (list.length < MOST_REPEATS + 1 && !list.includes(entry)) context.put(source, reference, JSON.stringify([...list, entry]));
}

export const listIn = (context: ContextStore, source: string, reference: string): readonly string[] =>
  listOf(context.get(source, reference));

export function rememberOrder(context: ContextStore, source: string, prescription: string, order: KnownOrder): void {
  context.put(source, orderReference(prescription), JSON.stringify(order));
  const repeated = repeatedBy(order);
  if (repeated !== undefined) addToList(context, source, repeatsReference(repeated), prescription);
}

export function knownOrder(context: ContextStore, source: string, prescription: string): KnownOrder | undefined {
  const value = context.get(source, orderReference(prescription));
  return value === undefined ? undefined : (JSON.parse(value) as KnownOrder);
}

const repeatedBy = ({ priorPrescription, basedOn }: KnownOrder): string | undefined => priorPrescription ?? basedOn;

/**
 * The orders of a chain, from its first one on: the order, those that it repeats, and all that repeat one of these. Undefined where the
 * beginning is not known: an order follows one that has not been received, or too many do, or they follow each other in a ring.
 */
export function chainOf(context: ContextStore, source: string, prescription: string): readonly string[] | undefined {
  const above = new Set<string>();
  let first = prescription;
  for (let order = knownOrder(context, source, first); ; order = knownOrder(context, source, first)) {
    if (above.has(first) || above.size > MOST_REPEATS) return undefined;
    above.add(first);
    const repeated = order === undefined ? undefined : repeatedBy(order);
    if (repeated === undefined) break;
    // A plan that orders are based on is never dispensed itself, so it need not be known; an earlier order was.
    if (order?.priorPrescription !== undefined && knownOrder(context, source, repeated) === undefined) return undefined;
    first = repeated;
  }
  const chain = [first];
  for (const order of chain) {
    for (const repeat of listIn(context, source, repeatsReference(order))) {
      const known = knownOrder(context, source, repeat);
      // A later version of an order may follow another one than it did.
      if (known !== undefined && repeatedBy(known) === order) chain.push(repeat);
    }
    if (chain.length > MOST_REPEATS) return undefined;
  }
  return chain;
}
