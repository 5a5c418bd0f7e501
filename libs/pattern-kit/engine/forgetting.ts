import { AskedSurroundings } from './asked-surroundings';
import type { EngineContext } from './context';
import { overBefore } from './forget-pattern';
import { Renumbering } from './renumbering';
import type { StageFeed } from './stage-feed';
import type { WatchedPattern } from './watched-pattern';

/**
 * Seals what nothing late can reach any more and forgets what no later judgement asks for, where enough has grown old. To be called when a day was
 * closed and all is said. It depends on the log alone: every replay seals and forgets at the same events.
 */
export function forgetWhatIsOver(patterns: readonly WatchedPattern[], stages: StageFeed, context: EngineContext): void {
  const { rows, records, pairs, sealing, surroundings, unread } = context;
  const before = sealing.candidate(surroundings.closedUntil);
  if (!Number.isFinite(before) || surroundings.allPolicies.length === 0) return;
  if (!sealing.isWorthwhile(rows.olderThan(before), rows.count)) return;
  unread.readAll();
  sealing.seal(before);
  const kept = rows.youngerThan(before);
  const asked = new AskedSurroundings(Math.min(...patterns.map(({ compiled }) => overBefore(compiled))));
  const left = patterns.map((pattern) => ({ pattern, subjects: pattern.forget(kept, asked) }));
  surroundings.forget(asked);
  records.spread(kept);
  const named = new Uint8Array(pairs.size);
  rows.markPairs(kept, named);
  for (const { pattern, subjects } of left) pattern.markPairs(subjects, named);
  const newRows = new Renumbering(kept);
  const newPairs = new Renumbering(named);
  rows.renumber(newRows, newPairs);
  records.renumber(newRows);
  pairs.renumber(newPairs);
  for (const { pattern, subjects } of left) {
    const newSubjects = new Renumbering(subjects);
    pattern.renumber(newSubjects, newPairs, newRows);
    stages.renumber(pattern, newSubjects);
  }
  sealing.keep(rows.olderThan(before));
}
