import type { Episode, SubjectFacts } from './model';
import { Subject } from './subject';
import { SubjectColumns } from './subject-columns';

/** Beyond so many moments they are searched by halving: more recorded facts seldom make a rule hold less. */
const ONE_BY_ONE = 64;

/**
 * The first moment at which the rule held, over a time that overlaps the episode, on what had been recorded by then. Earlier
 * versions of amended records count for as long as they were the newest.
 */
export function knownAt(subject: SubjectFacts, episode: Episode): number {
  const { measure, context } = subject.pattern;
  const began = measure.instantOf?.(subject, episode.start) ?? subject.time(episode.start);
  const plain = measure.judgeWhole === undefined && subject.superseded.length === 0 && subject.ahead === -1;
  if (plain && isRecordedInOrder(subject, episode)) return context.rows.recordedAt(subject.row(episode.start));
  const moments = momentsOf(subject, episode);
  const held = (moment: number): boolean => heldAsOf(subject, episode, moment);
  const first = moments.length <= ONE_BY_ONE ? moments.find(held) : halve(moments, held);
  return Math.max(first ?? moments.at(-1) ?? began, measure.instantOf === undefined ? -Infinity : began);
}

function isRecordedInOrder(subject: SubjectFacts, { head, last }: Episode): boolean {
  const { rows } = subject.pattern.context;
  for (let position = head + 1; position <= last; position += 1) {
    if (rows.recordedAt(subject.row(position)) < rows.recordedAt(subject.row(position - 1))) return false;
  }
  return true;
}

/** When something was recorded that the episode may rest on, retractions included, in order. */
function momentsOf(subject: SubjectFacts, episode: Episode): number[] {
  const { context, measure } = subject.pattern;
  const { rows, records } = context;
  const from = subject.time(episode.head);
  const to = subject.time(episode.last);
  const moments = new Set<number>();
  const look = (row: number, always: boolean): void => {
    if (!always && (rows.time(row) < from || rows.time(row) > to)) return;
    for (const version of records.versions(records.of(row))) moments.add(rows.recordedAt(version));
  };
  for (let position = 0; position < subject.length; position += 1) {
    const kind = subject.kind(position);
    // A companion that did not keep the rule from holding did not do so at an earlier moment.
    look(subject.row(position), measure.looksAhead(kind) && measure.isEvidence(kind, episode));
  }
  // A version of long before or after stood in no window of the episode, nor in one of a run that led up to it.
  const reach = subject.pattern.reach() ?? Infinity;
  for (const row of subject.superseded) {
    const near = rows.time(row) > subject.time(episode.start) - 2 * reach && rows.time(row) < to + reach;
    if (near || subject.pattern.looksAhead(row)) look(row, true);
  }
  return [...moments].sort((left, right) => left - right);
}

function heldAsOf(subject: SubjectFacts, episode: Episode, moment: number): boolean {
  const { pattern } = subject;
  const { measure } = pattern;
  const { rows, records } = pattern.context;
  const columns = new SubjectColumns(pattern.factNames.length, measure.weighs);
  const asOf = new Subject(pattern, columns).goTo(columns.add(subject.clinician, -1));
  const own = new Set(subject.superseded);
  const anchors = subject.anchors;
  for (let position = 0; position < subject.length; position += 1) own.add(subject.row(position));
  const seen = new Set<number>();
  // What is kept of what was forgotten stands for others of its age: it counts as known.
  for (let position = 0; position < anchors; position += 1) {
    const row = subject.row(position);
    seen.add(records.of(row));
    asOf.insertAs(row, pattern.kindsOf(row));
  }
  for (const row of own) {
    const record = records.of(row);
    if (seen.has(record)) continue;
    seen.add(record);
    const version = records.versionAsOf(record, moment);
    if (version === -1 || !own.has(version) || rows.retracted(version)) continue;
    asOf.insertAs(version, pattern.kindsOf(version));
  }
  asOf.settle();
  const from = subject.time(episode.start);
  const to = subject.time(episode.last);
  return asOf.episodes.some((other) => other.kind === episode.kind && asOf.time(other.start) <= to && from <= asOf.time(other.last));
}

function halve(moments: readonly number[], held: (moment: number) => boolean): number | undefined {
  let low = 0;
  let high = moments.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (held(moments[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return moments[low];
}
