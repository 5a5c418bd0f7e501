import type { StoredRecord } from './port';

/**
 * Takes out records whose key was seen a short while ago: a transport may deliver twice, and a producer that was not acknowledged sends
 * again. Make one for each partition, because records for everybody stand under the same key in all of them.
 *
 * Memory is bounded: the last `remembered` to twice `remembered` keys are known. A repeat from further back passes, and is caught
 * by whoever keeps state by event key.
 */
export function dropRepeats(remembered = 100_000): (records: readonly StoredRecord[]) => readonly StoredRecord[] {
  let recent = new Set<string>();
  let older = new Set<string>();
  const isNew = (key: string): boolean => {
    if (recent.has(key) || older.has(key)) return false;
    if (recent.size >= remembered) {
      older = recent;
      recent = new Set();
    }
    recent.add(key);
    return true;
  };
  return (records) => records.filter((record) => isNew(record.key));
}
