import { sha256Hex, type DonorId, type PatientId } from '@plumbline/kernel';
import type { Finding, FindingRevision, FindingSubject } from '../finding';
import type { Crossing } from './model';
import { crossingOf } from './describe';
import { NONE as NONE_CHANGED, type Subject } from './subject';
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

const NONE: readonly Published[] = [];

/** The findings of one subject as they were last said, in the order of their starts, and those that were withdrawn. */
export class PublishedFindings {
  current: readonly Published[] = NONE;
  private taken: Map<string, Published> | undefined;

  get withdrawn(): Map<string, Published> {
    return (this.taken ??= new Map());
  }
}

/** Whose findings they are, and what was said of them. */
export interface Said {
  readonly who: FindingSubject;
  readonly identity: string;
  readonly published: PublishedFindings;
}

/** Whether nothing was judged otherwise since the last time. */
export const isUnchanged = (subject: Subject): boolean =>
  subject.changedFrom === NONE_CHANGED && subject.pattern.measure.crossings === undefined;

/**
 * Compares what now holds with what was said, and says the difference: withdrawn, revised, raised. A new finding that overlaps a
 * withdrawn one takes its place.
 */
export function publish(subject: Subject, said: Said, cause: Cause): readonly FindingRevision[] {
  const { measure } = subject.pattern;
  const { published } = said;
  const from = measure.crossings === undefined ? Math.min(subject.changedFrom, subject.episodes.length) : 0;
  subject.changedFrom = NONE_CHANGED;
  const crossings = measure.crossings?.(subject) ?? subject.episodes.slice(from).map((episode) => crossingOf(subject, episode));
  const earlier = new Map(published.current.slice(from).map((entry) => [entry.finding.id, entry]));
  const findings = crossings.map((crossing) => findingOf(subject, said, crossing));
  const kept = new Set(findings.map((finding) => finding.id));
  const gone = [...earlier.values()].filter((entry) => !kept.has(entry.finding.id));

  const revisions: FindingRevision[] = gone.map((entry) => {
    const last = revise(entry, entry.finding, cause);
    published.withdrawn.set(entry.finding.id, last);
    return { ...revisionOf(last, cause), status: 'withdrawn' };
  });
  const now = findings.map((finding) => {
    const before = earlier.get(finding.id);
    if (before !== undefined && JSON.stringify(before.finding) === JSON.stringify(finding)) return before;
    const after = before === undefined ? raise(published.withdrawn.get(finding.id), finding) : revise(before, finding, cause);
    published.withdrawn.delete(finding.id);
    const replaced = before === undefined ? gone.find((entry) => overlap(entry.finding, finding))?.finding.id : undefined;
    revisions.push({
      ...revisionOf(after, cause),
      status: before === undefined ? 'raised' : 'revised',
      ...(replaced === undefined ? {} : { supersedes: replaced }),
    });
    return after;
  });
  published.current = [...published.current.slice(0, from), ...now];
  return revisions;
}

const overlap = (left: Finding, right: Finding): boolean => left.startedAt <= right.lastAt && right.startedAt <= left.lastAt;

const raise = (withdrawn: Published | undefined, finding: Finding): Published => ({
  finding,
  revision: (withdrawn?.revision ?? 0) + 1,
  knownAt: Math.max(finding.knownAt, withdrawn?.knownAt ?? -Infinity),
});

const revise = (before: Published, finding: Finding, cause: Cause): Published => ({
  finding,
  revision: before.revision + 1,
  knownAt: Math.max(before.knownAt, finding.knownAt, cause.recordedAt),
});

const revisionOf = ({ finding, revision, knownAt }: Published, cause: Cause) => ({
  finding,
  revision,
  knownAt,
  learnedAt: cause.ingestedAt,
});

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
