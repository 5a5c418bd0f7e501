import type { Readable } from 'node:stream';

/** A record that somebody vouches for: its key, and where it stands. */
export type Entry = readonly [key: string, partition: number, position: number];

/** The keys of the records of one clinician, in the order in which its producer made them: `K-0007` and a number that grows by one. */
export const keyOf = (clinician: string, number: number): string => `${clinician}\u0000${String(number)}`;

/** What is said on a stream, one JSON array of entries a line, as it comes. A last line without an end was never said. */
export function entriesFrom(stream: Readable): readonly Entry[] {
  const entries: Entry[] = [];
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) entries.push(...(JSON.parse(line) as readonly Entry[]));
  });
  return entries;
}

export interface Findings {
  /** Acknowledged, and not at its position in the log. */
  readonly lost: readonly string[];
  /** Handed to the reader's consumer more than once. */
  readonly duplicate: readonly string[];
  /** Acknowledged, and never handed to the reader's consumer. */
  readonly unseen: readonly string[];
  /** Partition and position that the reader went past. */
  readonly skipped: readonly string[];
  /** Handed over after a later record of the same clinician. */
  readonly outOfOrder: readonly string[];
}

export const nothingFound: Findings = { lost: [], duplicate: [], unseen: [], skipped: [], outOfOrder: [] };

export interface Evidence {
  /** What producers were told. */
  readonly acknowledged: readonly Entry[];
  /** Every record of the log, read again after the fault. */
  readonly stored: readonly Entry[];
  /** What a reader handed on during the fault, in its order. */
  readonly handedOver: readonly Entry[];
  /** Every position that this reader was given, repeats included. */
  readonly read: readonly Entry[];
}

/** Holds what happened to what was promised. */
export function examine({ acknowledged, stored, handedOver, read }: Evidence): Findings {
  const at = new Map(stored.map(([key, partition, position]) => [`${partition}:${position}`, key]));
  const handed = new Set(handedOver.map(([key]) => key));
  return {
    lost: acknowledged.filter(([key, partition, position]) => at.get(`${partition}:${position}`) !== key).map(([key]) => key),
    duplicate: repeated(handedOver.map(([key]) => key)),
    unseen: acknowledged.filter(([key]) => !handed.has(key)).map(([key]) => key),
    skipped: gaps(read),
    outOfOrder: inversions(handedOver.map(([key]) => key)),
  };
}

function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.has(key) || !seen.add(key));
}

function gaps(read: readonly Entry[]): readonly string[] {
  const next = new Map<number, number>();
  const found: string[] = [];
  for (const [, partition, position] of read) {
    for (let missing = next.get(partition) ?? 0; missing < position; missing += 1) found.push(`${partition}:${missing}`);
    next.set(partition, Math.max(next.get(partition) ?? 0, position + 1));
  }
  return found;
}

function inversions(keys: readonly string[]): readonly string[] {
  const last = new Map<string, number>();
  return keys.filter((key) => {
    const [clinician = '', number] = key.split('\u0000');
    const before = last.get(clinician) ?? -1;
    last.set(clinician, Math.max(before, Number(number)));
    return Number(number) < before;
  });
}
