import { FactColumns, nextLength } from './fact-columns';
import type { Episode } from './model';
import type { Subject } from './subject';
import { AHEAD, BASE, CAPACITY, LENGTH, SETTLED, type SubjectColumns } from './subject-columns';

/** What one pattern may forget. */
export interface Forgettable {
  /** Findings that ended before this instant can neither go on nor change. */
  readonly over: number;
  /** How long before a fact others matter to its judgement. */
  readonly reach: number;
  /** From when on a subject's findings are still open whose runs are no episodes; Infinity where there are none. */
  openFrom(subject: number): number;
  /** The episodes at these places are over. */
  ended(subject: number, places: readonly number[]): void;
  /** A row is still asked for. */
  keep(row: number): void;
}

/**
 * Takes the facts of all subjects of one pattern away that no judgement will ask for any more, with the runs that are over. What stays: the
 * facts that windows may still reach, those of runs that may still go on, and the first of its kind where the measure asks for it.
 */
export function forgetFacts(subject: Subject, columns: SubjectColumns, forgettable: Forgettable): void {
  const facts = new FactColumns(columns.facts.weighed);
  for (let number = 0; number < columns.count; number += 1) {
    subject.goTo(number);
    const going = goingOn(subject, forgettable);
    const opened = Math.min(forgettable.openFrom(number), ...going.map(({ head }) => subject.time(head)));
    const from = Math.min(forgettable.over, opened - forgettable.reach);
    const cut = subject.firstFrom(from);
    const kept = [...firstOf(subject, cut), ...Array.from({ length: subject.length - cut }, (_, index) => cut + index)];
    for (const position of kept) forgettable.keep(subject.row(position));
    keepReplaced(subject, columns, from, forgettable);
    move(subject, columns, facts, cut, kept);
    const by = kept.length - subject.length;
    if (going.length > 0)
      columns.episodes.set(
        number,
        going.map((episode) => moved(episode, by)),
      );
    else columns.episodes.delete(number);
  }
  columns.facts.become(facts);
}

function goingOn(subject: Subject, forgettable: Forgettable): readonly Episode[] {
  const { episodes, number } = subject;
  const places = episodes.flatMap((episode, place) => (subject.time(episode.last) < forgettable.over ? [place] : []));
  if (places.length === 0) return episodes;
  forgettable.ended(number, places);
  return episodes.filter((_, place) => !places.includes(place));
}

/** The facts before a position that are asked for whatever their age, in their order. */
function firstOf(subject: Subject, cut: number): number[] {
  const first = new Set<number>();
  if (subject.ahead !== -1 && subject.ahead < cut) first.add(subject.ahead);
  if (subject.pattern.measure.asksForFirst === true) {
    let position = 0;
    while (position < cut && !subject.counts(position)) position += 1;
    if (position < cut) first.add(position);
  }
  return [...first].sort((left, right) => left - right);
}

/** Earlier versions of records stay known as long as the facts of their time; those that spoke for facts before them for good. */
function keepReplaced(subject: Subject, { replaced }: SubjectColumns, from: number, forgettable: Forgettable): void {
  const rows = replaced.get(subject.number);
  if (rows === undefined) return;
  const kept = rows.filter((row) => subject.pattern.context.rows.time(row) >= from || subject.pattern.looksAhead(row));
  for (const row of kept) forgettable.keep(row);
  if (kept.length > 0) replaced.set(subject.number, kept);
  else replaced.delete(subject.number);
}

function move(subject: Subject, columns: SubjectColumns, to: FactColumns, cut: number, kept: readonly number[]): void {
  const { number, ahead, length } = subject;
  let capacity = 0;
  while (capacity < kept.length) capacity = nextLength(capacity);
  const base = columns.get(number, BASE);
  const place = to.block(capacity);
  kept.forEach((position, index) => {
    to.take(columns.facts, base + position, place + index);
  });
  columns.set(number, BASE, place);
  columns.set(number, LENGTH, kept.length);
  columns.set(number, CAPACITY, capacity);
  columns.set(number, SETTLED, columns.get(number, SETTLED) + kept.length - length);
  if (ahead !== -1) columns.set(number, AHEAD, kept.indexOf(ahead));
  if (cut === 0) return;
  const anchors = kept.length - (length - cut);
  if (anchors > 0) columns.anchors.set(number, anchors);
  else columns.anchors.delete(number);
}

const moved = (episode: Episode, by: number): Episode => ({
  ...episode,
  start: episode.start + by,
  last: episode.last + by,
  head: episode.head + by,
  peak: episode.peak + by,
  saidTo: episode.saidTo === -1 ? -1 : episode.saidTo + by,
});
