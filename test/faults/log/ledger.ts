import { verifyLog, type EventLog } from '@plumbline/event-log';

/** One acknowledged record: its key, and where the log said that it stands. */
export type Acknowledged = readonly [key: string, partition: number, position: number];

export interface Refused {
  readonly refused: string;
  readonly keys: readonly string[];
}

export interface Ledger {
  readonly acknowledged: readonly Acknowledged[];
  readonly refused: readonly Refused[];
}

/** What the child said. A last line without an end was never said. */
export function parseLedger(output: string): Ledger {
  const lines = output.split('\n').slice(0, -1);
  const said = lines.map((line) => JSON.parse(line) as readonly Acknowledged[] | Refused);
  return {
    acknowledged: said.flatMap((entry) => ('refused' in entry ? [] : entry)),
    refused: said.filter((entry): entry is Refused => 'refused' in entry),
  };
}

export interface Comparison {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** Holds a reopened log to what was acknowledged: each record at its position, and no key twice in a partition. */
export async function compare(log: EventLog, acknowledged: readonly Acknowledged[]): Promise<Comparison> {
  for (const { firstBad } of await verifyLog(log)) if (firstBad !== undefined) throw new Error(firstBad.problem.reason);
  const keys: string[][] = [];
  const doubled: string[] = [];
  for (const [partition, end] of (await log.ends()).entries()) {
    const stored: string[] = [];
    while (stored.length < end) stored.push(...(await log.read(partition, stored.length)).records.map(({ key }) => key));
    const seen = new Set<string>();
    for (const key of stored) {
      if (seen.has(key)) doubled.push(key);
      seen.add(key);
    }
    keys.push(stored);
  }
  const lost = acknowledged.filter(([key, partition, position]) => keys[partition]?.[position] !== key).map(([key]) => key);
  return { lost, doubled };
}
