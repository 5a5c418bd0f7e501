import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';
import type { Checkpoint } from '../write/checkpoints';
import { countsWithin, deleteWithin } from '../write/counted';

/** A position that no log reaches. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/**
 * For each partition, the tables that do not have the rows which its checkpoint speaks of. ClickHouse does not sync what it
 * acknowledges, so a power cut can take rows and leave their checkpoint, or the other way round.
 */
export async function tablesThatDiffer(
  store: AnalyticsStore,
  projections: readonly Projection[],
  checkpoints: ReadonlyMap<number, Checkpoint>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const differing = new Map<number, string[]>();
  const bounds = Array.from(checkpoints, ([partition, { position }]) => ({ partition, from: 0, to: position }));
  for (const { table: name } of projections.filter(({ replacing }) => replacing === false)) {
    const found = await countsWithin(store, name, bounds);
    for (const [partition, { rowCounts }] of checkpoints) {
      if ((found.get(partition) ?? 0) === (rowCounts.get(name) ?? 0)) continue;
      differing.set(partition, [...(differing.get(partition) ?? []), name]);
    }
  }
  return differing;
}

/**
 * Takes out the rows beyond the checkpoints: they were written and not recorded before a process died, or survived a power cut that
 * their checkpoint did not. Folding goes on from the checkpoints and writes them again.
 */
export async function removeBeyond(
  store: AnalyticsStore,
  projections: readonly Projection[],
  positions: ReadonlyMap<number, number>,
): Promise<void> {
  const beyond = Array.from(positions, ([partition, position]) => ({ partition, from: position, to: FOR_EVER }));
  for (const { table: name } of projections) {
    const found = await countsWithin(store, name, beyond);
    if (found.size > 0) await deleteWithin(store, name, beyond);
  }
}
