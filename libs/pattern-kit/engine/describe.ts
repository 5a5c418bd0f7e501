import type { Crossing, Episode, SubjectFacts } from './model';
import { formatSpan } from './date-words';
import { knownAt } from './known-at';
import { leftOutInWords } from './words';

const DAY = 86_400_000;

/** What an episode says: evidence, what was left out, and the values for the sentences. */
export function crossingOf(subject: SubjectFacts, episode: Episode): Crossing {
  const { pattern } = subject;
  const { measure, context } = pattern;
  const startedAt = instantOf(subject, episode.start);
  // The policy of the first fact; that one held there, so there was one.
  const inForce = pattern.inForce(subject.time(episode.start));
  const atPeak = pattern.inForce(subject.time(episode.peak));
  if (!inForce || !atPeak) throw new Error(`a rule of ${pattern.declaration.id} held without a policy`);
  const evidence = evidenceOf(subject, episode);
  const leftOut = leftOutOf(subject, episode);
  const figures = measure.figures(subject, episode, atPeak);
  const patients = new Set(evidence.map((position) => context.pairs.other(context.rows.patientPair(subject.row(position)))));
  patients.delete(undefined);
  const [patient] = patients;
  const fact = pattern.factNames[episode.kind];
  return {
    ...(fact === undefined ? {} : { fact }),
    startedAt,
    lastAt: instantOf(subject, episode.last),
    knownAt: knownAt(subject, episode),
    band: episode.rank,
    inForce,
    evidence: evidence.map((position) => context.rows.key(subject.row(position))),
    leftOut,
    caveats: [...caveatsOf(subject, evidence), ...(figures.caveats ?? [])],
    comparisons: figures.comparisons,
    values: {
      ...common(subject, episode, atPeak.within),
      leftOut: leftOutInWords(leftOut),
      ...figures.values,
    },
    ...(patients.size === 1 && patient !== undefined ? { patient } : {}),
  };
}

function instantOf(subject: SubjectFacts, position: number): number {
  return subject.pattern.measure.instantOf?.(subject, position) ?? subject.time(position);
}

function evidenceOf(subject: SubjectFacts, episode: Episode): number[] {
  const { measure } = subject.pattern;
  const positions: number[] = [];
  // Only where some fact speaks for others wherever it lies are all of them looked at.
  const all = subject.ahead !== -1;
  const end = all ? subject.length : episode.last + 1;
  for (let position = all ? 0 : episode.head; position < end; position += 1) {
    const kind = subject.kind(position);
    const inside = position >= episode.head && position <= episode.last;
    if (subject.counts(position) && measure.isEvidence(kind, episode) && (inside || measure.looksAhead(kind))) positions.push(position);
  }
  // What holds whenever it happened stands behind the others; as evidence it is named in its time.
  const { rows } = subject.pattern.context;
  return measure.isTimeless === undefined
    ? positions
    : positions.sort((left, right) => rows.compare(subject.row(left), subject.row(right)));
}

function leftOutOf(subject: SubjectFacts, { head, last }: Episode): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (let position = head; position <= last; position += 1) {
    const verdict = subject.verdict(position);
    if (verdict < 2) continue;
    const label = subject.pattern.labels.label(verdict);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Placeholders that every measure has: number, window, span, channels and the band's own words. */
function common(subject: SubjectFacts, episode: Episode, within: number): Readonly<Record<string, string | number | undefined>> {
  const { pattern } = subject;
  const { surroundings, rows, texts } = pattern.context;
  const peak = subject.time(episode.peak);
  let first = episode.peak;
  let number = 0;
  const channels = new Set<string>();
  for (let position = episode.peak; position >= 0 && subject.time(position) > peak - within; position -= 1) {
    if (subject.kind(position) !== episode.kind || !subject.counts(position)) continue;
    first = position;
    number += 1;
    const row = subject.row(position);
    const slot = pattern.context.slotOfChannel(rows.type(row));
    if (slot !== undefined) channels.add(texts.text(rows.value(row, slot)));
  }
  return {
    number,
    window: within / DAY,
    span: formatSpan(subject.time(first), peak, surroundings.zoneOf(subject.clinician, peak)),
    channels: [...channels].sort().join(', '),
    bandInWords: pattern.declaration.bands[episode.rank]?.inWords,
  };
}

function caveatsOf(subject: SubjectFacts, evidence: readonly number[]): string[] {
  const { pattern } = subject;
  const { surroundings } = pattern.context;
  const caveats: string[] = [];
  if (pattern.usesRoster && evidence.some((position) => surroundings.rosterOf(subject.clinician, subject.time(position)) === 'no-roster')) {
    caveats.push('no roster: institution hours were used');
  }
  if (evidence.some((position) => pattern.standsAlone(subject.row(position)))) {
    caveats.push('the giver is not named: what such givers gave is not added up');
  }
  return caveats;
}
