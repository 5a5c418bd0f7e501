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

/** Up to when findings of a pattern are over: they can neither go on nor change. */
export function overBefore({ context: { sealing } }: CompiledPattern, reach: number): number {
  // What goes on from a fact, and the facts that it rests on, lie within one reach each.
  return sealing.sealedBefore - 2 * reach;
}

/** What is left of a pattern. */
export interface LeftOfPattern {
  /** 1 for each subject that is left. */
  readonly subjects: Uint8Array;
  /** From when on something may still be judged or put into words. */
  readonly from: number;
}

/** Forgets facts that no judgement will ask for, and what was said of runs that are over. Rows that are still asked for are marked. */
export function forgetPattern(memory: PatternMemory, over: number, reach: number, rows: Uint8Array): LeftOfPattern {
  const { subject, columns, watched } = memory;
  const crossings = memory.compiled.measure.crossings !== undefined;
  for (const { published } of watched.values()) {
    for (const [id, { finding }] of published.withdrawn) if (finding.lastAt < over) published.withdrawn.delete(id);
    if (crossings) published.current = published.current.filter(({ finding }) => finding.lastAt >= over);
  }
  const from = forgetFacts(subject, columns, {
    over,
    reach,
    openFrom: (number) => (crossings ? forgetStages(memory, number, over, reach) : Infinity),
    ended: (number, places) => {
      const published = watched.get(number)?.published;
      if (published !== undefined) published.current = published.current.filter((_, place) => !places.includes(place));
    },
    keep: (row) => {
      rows[row] = 1;
    },
  });
  return { subjects: Uint8Array.from({ length: columns.count }, (_, number) => Number(isAsked(memory, number))), from };
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
