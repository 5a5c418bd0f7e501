import { sha256Hex, type DonorId, type PatientId } from '@plumbline/kernel';
import type { Finding, FindingRevision, FindingSubject } from '../finding';
import { crossingOf } from './describe';
import { knownAt } from './known-at';
import type { Crossing, Episode } from './model';
import type { Subject } from './subject';
import { NONE as NONE_CHANGED } from './subject-columns';
import { LazyFinding } from './unread';
import { paragraph } from './words';

/** What has been said of a subject's finding so far. */
export interface Published {
  readonly finding: Finding;
  readonly revision: number;
  readonly knownAt: number;
}

/** The event that made us look again. */
export interface Cause {
  readonly ingestedAt: number;
  readonly recordedAt: number;
}

/** The findings of one subject as they were last said, in the order of their starts, and those that were withdrawn. */
export class PublishedFindings {
  current: Published[] = [];
  readonly withdrawn = new Map<string, Published>();
}

/** Whose findings they are, and what was said of them. */
export interface Said {
  readonly who: FindingSubject;
  /** The text that tells this subject from others of the pattern; stable, it goes into the finding's id. */
  readonly identity: string;
  readonly published: PublishedFindings;
  /** What ended before this instant is over: it was said, and is said no more. */
  over(): number;
  /** Stands at the subject without disturbing the one that judges. */
  read(): Subject;
}

/**
 * Says what later facts did, where nothing before them was judged anew: runs that went on, and runs that began. Nothing has to be compared,
 * and a finding is put into words only when it is read.
 */
export function publishLater(subject: Subject, said: Said, cause: Cause, revisions: FindingRevision[]): void {
  const { published } = said;
  const { current } = published;
  const { episodes } = subject;
  const from = subject.changedFrom;
  subject.changedFrom = NONE_CHANGED;
  for (let index = from; index < episodes.length; index += 1) {
    const episode = episodes[index] as Episode;
    if (episode.saidTo === episode.last) continue;
    episode.saidTo = episode.last;
    const before = current[index];
    const lazy = lazily(subject, said, { ...episode });
    const after = before === undefined ? begun(lazy, knownAt(subject, episode), published) : continued(before, lazy, cause);
    current[index] = after;
    revisions.push(revisionOf(after, cause, before === undefined ? 'raised' : 'revised'));
  }
}

/**
 * Compares what now holds with what was said, and says the difference: withdrawn, revised, raised. A new finding that overlaps a
 * withdrawn one takes its place.
 */
export function publishAnew(subject: Subject, said: Said, cause: Cause, revisions: FindingRevision[]): void {
  const { measure } = subject.pattern;
  const { published } = said;
  const from = measure.crossings === undefined ? Math.min(subject.changedFrom, subject.episodes.length) : 0;
  subject.changedFrom = NONE_CHANGED;
  for (const episode of subject.episodes) episode.saidTo = episode.last;
  const crossings =
    measure.crossings?.(subject).filter(({ lastAt }) => lastAt >= said.over()) ??
    subject.episodes.slice(from).map((episode) => crossingOf(subject, episode));
  const earlier = new Map(published.current.slice(from).map((entry) => [entry.finding.id, entry]));
  const findings = crossings.map((crossing) => findingOf(subject, said, crossing));
  const kept = new Set(findings.map((finding) => finding.id));
  const gone = [...earlier.values()].filter((entry) => !kept.has(entry.finding.id));
  for (const entry of gone) {
    const last = continued(entry, entry, cause);
    published.withdrawn.set(entry.finding.id, last);
    revisions.push(revisionOf(last, cause, 'withdrawn'));
  }
  const now = findings.map((finding) => {
    const before = earlier.get(finding.id);
    if (before !== undefined && JSON.stringify(before.finding) === JSON.stringify(finding)) return before;
    if (before !== undefined) {
      const after = continued(before, { finding }, cause, finding.knownAt);
      revisions.push(revisionOf(after, cause, 'revised'));
      return after;
    }
    const after = begun({ finding }, finding.knownAt, published);
    const replaced = gone.find((entry) => overlap(entry.finding, finding))?.finding.id;
    revisions.push(revisionOf(after, cause, 'raised', replaced));
    return after;
  });
  published.current = [...published.current.slice(0, from), ...now];
}

const overlap = (left: Finding, right: Finding): boolean => left.startedAt <= right.lastAt && right.startedAt <= left.lastAt;

/** A finding, or what makes one when it is asked. */
type Source = LazyFinding | { readonly finding: Finding };

class SaidFinding implements Published {
  constructor(
    private readonly source: Source,
    readonly revision: number,
    readonly knownAt: number,
  ) {}

  get finding(): Finding {
    return this.source.finding;
  }
}

function begun(source: Source, known: number, { withdrawn }: PublishedFindings): Published {
  const before = withdrawn.size === 0 ? undefined : withdrawn.get(source.finding.id);
  if (before !== undefined) withdrawn.delete(before.finding.id);
  return new SaidFinding(source, (before?.revision ?? 0) + 1, Math.max(known, before?.knownAt ?? -Infinity));
}

/** Later facts alone never make a finding known later than it was: they only widen what it may overlap. */
const continued = (before: Published, source: Source, cause: Cause, known = -Infinity): Published =>
  new SaidFinding(source, before.revision + 1, Math.max(before.knownAt, known, cause.recordedAt));

/** A change whose finding is put into words when it is read. */
class LazyRevision implements FindingRevision {
  readonly revision: number;
  readonly knownAt: number;
  readonly learnedAt: number;
  readonly supersedes?: string;
  readonly #said: Published;

  constructor(
    said: Published,
    cause: Cause,
    readonly status: FindingRevision['status'],
    supersedes: string | undefined,
  ) {
    this.#said = said;
    if (supersedes !== undefined) this.supersedes = supersedes;
    this.revision = said.revision;
    this.knownAt = said.knownAt;
    this.learnedAt = cause.ingestedAt;
  }

  get finding(): Finding {
    return this.#said.finding;
  }

  /** Its data, the finding with it. */
  toJSON(): FindingRevision {
    const { finding, revision, status, knownAt, learnedAt, supersedes } = this;
    return { finding, revision, status, knownAt, learnedAt, ...(supersedes === undefined ? {} : { supersedes }) };
  }
}

const revisionOf = (said: Published, cause: Cause, status: FindingRevision['status'], supersedes?: string): FindingRevision =>
  new LazyRevision(said, cause, status, supersedes);

function lazily(subject: Subject, said: Said, episode: Episode): LazyFinding {
  return new LazyFinding(() => {
    const reading = said.read();
    return findingOf(reading, said, crossingOf(reading, episode));
  }, subject.pattern.context.unread);
}

function findingOf(subject: Subject, { who, identity }: Said, crossing: Crossing): Finding {
  const { declaration } = subject.pattern;
  const band = declaration.bands[crossing.band];
  if (band === undefined) throw new RangeError(`${declaration.id} has no band ${String(crossing.band)}`);
  const { view } = crossing.inForce;
  return {
    id: sha256Hex([declaration.id, identity, crossing.fact ?? '', String(crossing.startedAt)].join('\u0000')).slice(0, 32),
    pattern: declaration.id,
    patternVersion: declaration.version,
    policy: view.policy,
    policyVersion: view.policyVersion,
    subject: declaration.per === 'giver' && crossing.patient !== undefined ? { ...who, patient: crossing.patient as PatientId } : who,
    domain: declaration.domain,
    route: declaration.route,
    band: band.band,
    tier: band.tier,
    startedAt: crossing.startedAt,
    lastAt: crossing.lastAt,
    knownAt: crossing.knownAt,
    comparisons: crossing.comparisons,
    evidence: crossing.evidence,
    leftOut: crossing.leftOut,
    caveats: crossing.caveats,
    reason: `${declaration.words.title}. ${paragraph(declaration.words.reason, crossing.values)}`,
    counterfactual: paragraph(declaration.words.counterfactual, crossing.values),
    playbook: declaration.playbook,
  };
}

/** The parts of a finding's subject, from pseudonyms. */
export function subjectOf(clinician: FindingSubject['clinician'], patient: string | undefined, donor: string | undefined): FindingSubject {
  return {
    clinician,
    ...(patient === undefined ? {} : { patient: patient as PatientId }),
    ...(donor === undefined ? {} : { donor: donor as DonorId }),
  };
}
