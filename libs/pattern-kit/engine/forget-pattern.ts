import type { AskedSurroundings } from './asked-surroundings';
import type { CompiledPattern } from './compiled-pattern';
import { forgetFacts } from './forget-facts';
import type { Subject } from './subject';
import { LENGTH, type SubjectColumns } from './subject-columns';
import type { UndeterminedReport } from './undetermined-report';
import type { WatchedSubject } from './watched-subject';

/** What a pattern keeps. */
export interface PatternMemory {
  readonly compiled: CompiledPattern;
  readonly columns: SubjectColumns;
  readonly subject: Subject;
  readonly watched: ReadonlyMap<number, WatchedSubject>;
  readonly undetermined: UndeterminedReport;
}

const reachOf = (compiled: CompiledPattern): number => compiled.reach() ?? Infinity;

/** Up to when findings of a pattern are over: they can neither go on nor change. */
export function overBefore(compiled: CompiledPattern): number {
  // What goes on from a fact, and the facts that it rests on, lie within one reach each.
  return compiled.context.sealing.sealedBefore - 2 * reachOf(compiled);
}

/**
 * Forgets facts that no judgement will ask for, and what was said of runs that are over; `keep` is told of the rows that are still asked for. Which
 * subjects are left is the answer, 1 for each.
 */
export function forgetPattern(memory: PatternMemory, over: number, keep: (row: number) => void): Uint8Array {
  const { subject, columns, watched } = memory;
  const reach = reachOf(memory.compiled);
  const crossings = memory.compiled.measure.crossings !== undefined;
  for (const { published } of watched.values()) {
    for (const [id, { finding }] of published.withdrawn) if (finding.lastAt < over) published.withdrawn.delete(id);
    if (crossings) published.current = published.current.filter(({ finding }) => finding.lastAt >= over);
  }
  forgetFacts(subject, columns, {
    over,
    reach,
    openFrom: (number) => (crossings ? forgetStages(memory, number, over, reach) : Infinity),
    ended: (number, places) => {
      const published = watched.get(number)?.published;
      if (published !== undefined) published.current = published.current.filter((_, place) => !places.includes(place));
    },
    keep,
  });
  return Uint8Array.from({ length: columns.count }, (_, number) => Number(isAsked(memory, number)));
}

/** What surrounded a row that a pattern keeps is kept with it. */
export function askForSurroundings({ context, usesRoster, metric }: CompiledPattern, row: number, asked: AskedSurroundings): void {
  const { rows, surroundings } = context;
  const instant = rows.time(row);
  if (instant >= asked.before) return;
  const clinician = rows.clinician(row);
  if (usesRoster) asked.askForRoster(clinician, instant);
  if (metric !== undefined) asked.askForBaselines(surroundings.baselinesFor(metric, clinician, instant));
}

/** Forgets the stages of a dyad that are over; from when on its findings are still open. */
function forgetStages({ watched, columns: { begun } }: PatternMemory, number: number, over: number, reach: number): number {
  const current = watched.get(number)?.published.current ?? [];
  const opened = Math.min(...current.map(({ finding }) => finding.startedAt));
  const from = Math.min(over, opened - reach);
  const stages = begun.get(number);
  for (const [finding, { time }] of stages ?? []) if (time < from) stages?.delete(finding);
  if (stages?.size === 0) begun.delete(number);
  return opened;
}

function isAsked({ columns, watched, undetermined }: PatternMemory, number: number): boolean {
  if (columns.get(number, LENGTH) > 0 || columns.begun.has(number) || undetermined.hasToSay(number)) return true;
  const published = watched.get(number)?.published;
  return published !== undefined && published.current.length + published.withdrawn.size > 0;
}
