import type { LogPosition } from '@plumbline/event-log';
import { sha256 } from '@plumbline/kernel';
import type { Finding, FindingRevision } from '@plumbline/pattern-kit';
import type { AlertPlace, AlertState, CommandOutcome } from '../alert-state';
import type { CaseStanding } from '../case/standing';
import type { Severity } from './severity';

/** The part of a finding that an alert's row shows; evidence and sentences stay with the finding. */
export type FindingFacts = Pick<
  AlertState,
  | 'findingId'
  | 'pattern'
  | 'patternVersion'
  | 'policy'
  | 'policyVersion'
  | 'clinician'
  | 'patient'
  | 'donor'
  | 'domain'
  | 'route'
  | 'band'
  | 'tier'
  | 'evidenceCount'
  | 'startedAt'
  | 'lastAt'
  | 'knownAt'
>;

/** What the fold keeps of one alert. Plain data: a snapshot holds it as it is. */
export interface AlertRecord {
  readonly alertId: string;
  facts: FindingFacts;
  /** Highest revision seen of each finding of the lineage; a repeated one changes nothing. */
  readonly revisions: Record<string, number>;
  /** How severe it was when a person last acted on it or was last called for. */
  seen: Severity;
  severity: Severity;
  place: AlertPlace;
  respondWithinMinutes: number;
  standing: CaseStanding;
  sequence: number;
  firstLearnedAt: number;
  learnedAt: number;
  stateKnownAt: number;
  /** Of the newest row. */
  at: LogPosition;
  /** The answers given so far, oldest first, so that a repeated command gets the same one again. */
  readonly answers: CommandOutcome[];
}

/** A copy that later changes of the fold do not reach. What lies deeper is replaced by the fold and never changed in place. */
export const copyOf = (record: AlertRecord): AlertRecord => ({
  ...record,
  revisions: { ...record.revisions },
  answers: [...record.answers],
});

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The alert's and the case's id: `C-` and twelve letters or digits made from the first finding of the lineage. */
export function alertIdOf(findingId: string): string {
  const digest = sha256(Buffer.from(`alert\u0000${findingId}`, 'utf8'));
  return `C-${Array.from(digest.subarray(0, 12), (byte) => CROCKFORD.charAt(byte & 31)).join('')}`;
}

export function factsOf(finding: Finding): FindingFacts {
  const { pattern, patternVersion, policy, policyVersion, subject, domain, route, band, tier } = finding;
  return {
    findingId: finding.id,
    ...{ pattern, patternVersion, policy, policyVersion, domain, route, band, tier },
    clinician: subject.clinician,
    patient: subject.patient,
    donor: subject.donor,
    evidenceCount: finding.evidence.length,
    startedAt: finding.startedAt,
    lastAt: finding.lastAt,
    knownAt: finding.knownAt,
  };
}

/** Our time and the source's time of a change. */
export type Moment = Pick<FindingRevision, 'learnedAt' | 'knownAt'>;

/** Begins a new row: moves the alert's times on; neither ever goes back, so that an as-of view cuts the rows in one place. */
export function touch(record: AlertRecord, moment: Moment, at: LogPosition): void {
  record.sequence += 1;
  record.at = at;
  record.learnedAt = Math.max(record.learnedAt, moment.learnedAt);
  record.stateKnownAt = Math.max(record.stateKnownAt, moment.knownAt);
}

/** The newest row of an alert. */
export function rowOf(record: AlertRecord): AlertState {
  const { standing, at } = record;
  return {
    alertId: record.alertId,
    sequence: record.sequence,
    ...record.facts,
    ...record.place,
    state: standing.state,
    assignee: standing.assignee,
    outcome: standing.outcome,
    pendingOutcome: standing.pending?.outcome ?? '',
    pendingBy: standing.pending?.by ?? '',
    caseVersion: standing.version,
    attention: standing.attention,
    stateKnownAt: record.stateKnownAt,
    learnedAt: record.learnedAt,
    firstLearnedAt: record.firstLearnedAt,
    acknowledgedAt: standing.acknowledgedAt,
    respondBy: standing.respondBy,
    snoozedUntil: standing.snoozedUntil,
    partition: at.partition,
    position: at.position,
  };
}
