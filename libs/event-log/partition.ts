import { EVERY_PARTITION } from '@plumbline/events';

/** FNV-1a over UTF-16 code units: stable for ever, because it decides where a clinician's history lies. */
function stableHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Asked for every record, so the answers are made once. */
const alone = Array.from({ length: 64 }, (_, partition): readonly number[] => [partition]);

/** The partitions that a key's records go to: one for a clinician, all of them for `*`. */
export function partitionsFor(partitionKey: string, partitions: number): readonly number[] {
  if (partitionKey === EVERY_PARTITION) return Array.from({ length: partitions }, (_, index) => index);
  const partition = stableHash(partitionKey) % partitions;
  return alone[partition] ?? [partition];
}
