import type { AlertState, CaseOutcome, CaseState } from '@plumbline/cases';
import { sql } from '@plumbline/analytics-store';
import type { Domain, Route, Tier } from '@plumbline/pattern-kit';
import { isoInstant, type ClinicianId, type Clock, type PatientId } from '@plumbline/kernel';
import type { RequestContext } from '../common/context';
import { patternWords } from '../common/pattern-words';
import type { People } from '../common/people';
import type { ClinicianReference, EventTime, Pattern, Person } from '../schema.generated';
import type { Moments } from '../timeline/moments';
import { isOverdue } from './overdue';

/** A field that is looked up when it is asked for, as the executor calls it: with its arguments, of which there are none, and the context. */
type LookedUp = (args: object, context: RequestContext) => EventTime | Promise<EventTime>;

/** An alert as resolvers see it. Names are those of the schema, so that most fields need no resolver. Instants are UTC text. */
export interface AlertRow {
  readonly id: string;
  readonly sequence: number;
  readonly state: CaseState;
  readonly caseVersion: number;
  readonly outcome: CaseOutcome | null;
  readonly pendingOutcome: CaseOutcome | null;
  readonly pendingBy: Person | null;
  readonly assignee: Person | null;
  readonly findingId: string;
  readonly patternId: string;
  readonly pattern: Pattern;
  readonly patternVersion: number;
  readonly policy: string;
  readonly policyVersion: number;
  readonly domain: Domain;
  readonly route: Route;
  readonly band: string;
  readonly tier: Tier;
  readonly clinicianId: ClinicianId;
  readonly clinician: ClinicianReference;
  readonly patient: PatientId | null;
  readonly donor: string | null;
  readonly department: string;
  readonly specialty: string;
  readonly site: string;
  readonly startedAtInstant: string;
  readonly lastAtInstant: string;
  readonly startedAt: LookedUp;
  readonly lastAt: LookedUp;
  readonly knownAt: string;
  readonly learnedAt: string;
  readonly acknowledgedAt: string | null;
  readonly respondBy: string | null;
  readonly overdue: () => boolean;
  readonly snoozedUntil: string | null;
  readonly evidenceCount: number;
  /** Set by the repository: the point in time that was asked about, UTC milliseconds. */
  readonly asOf?: number | undefined;
}

/** Columns of a {@link StoredAlertRow}. Plain ones: what can be said here instead need not be planned by the engine for every request. */
export const alertColumns = sql`
  alert_id AS id, sequence, state, case_version AS caseVersion, outcome, pending_outcome AS pendingOutcome, pending_by AS pendingById,
  assignee AS assigneeId, finding_id AS findingId, pattern AS patternId, pattern_version AS patternVersion, policy, policy_version AS policyVersion,
  domain, route, band, tier, clinician AS clinicianId, patient, donor, department, specialty, site, started_at AS startedAtInstant,
  last_at AS lastAtInstant, known_at AS knownAt, first_learned_at AS learnedAt, acknowledged_at AS acknowledgedAt, respond_by AS respondBy,
  snoozed_until AS snoozedUntil, evidence_count AS evidenceCount`;

/** A row as it comes from the store: it belongs to this sequence of the alert for good. Empty texts stand for nothing. */
export type StoredAlertRow = Omit<
  AlertRow,
  | 'outcome'
  | 'pendingOutcome'
  | 'patient'
  | 'donor'
  | 'asOf'
  | 'pattern'
  | 'clinician'
  | 'overdue'
  | 'pendingBy'
  | 'assignee'
  | 'startedAt'
  | 'lastAt'
> & {
  readonly outcome: CaseOutcome | '';
  readonly pendingOutcome: CaseOutcome | '';
  readonly patient: PatientId | '';
  readonly donor: string;
  readonly pendingById: string;
  readonly assigneeId: string;
};

const instantText = (instant: number | undefined): string | null => (instant === undefined ? null : isoInstant(instant));

/** The row that the store gives back of a state, without asking for it. */
export function storedRowOf(state: AlertState): StoredAlertRow {
  const { alertId, pattern, clinician, patient, donor, pendingBy, assignee } = state;
  const { sequence, caseVersion, outcome, pendingOutcome, findingId, patternVersion, policy, policyVersion, evidenceCount } = state;
  const { domain, route, band, tier, department, specialty, site } = state;
  return {
    ...{ id: alertId, patternId: pattern, clinicianId: clinician, patient: patient ?? '', donor: donor ?? '' },
    ...{ pendingById: pendingBy, assigneeId: assignee, state: state.state },
    ...{ sequence, caseVersion, outcome, pendingOutcome, findingId, patternVersion, policy, policyVersion, evidenceCount },
    ...{ domain, route, band, tier, department, specialty, site },
    startedAtInstant: isoInstant(state.startedAt),
    lastAtInstant: isoInstant(state.lastAt),
    knownAt: isoInstant(state.knownAt),
    learnedAt: isoInstant(state.firstLearnedAt),
    acknowledgedAt: instantText(state.acknowledgedAt),
    respondBy: instantText(state.respondBy),
    snoozedUntil: instantText(state.snoozedUntil),
  };
}

/** Where the rest of a row is looked up. */
export interface AlertLookups {
  readonly people: People;
  readonly moments: Moments;
  readonly clock: Clock;
}

/**
 * The row as it is seen now, or as of a point in time, UTC milliseconds. Seen now it serves any number of requests. Everything that the schema names stands here rather than in a resolver: the
 * framework makes a promise of each call of one, and a page of fifty rows would wait for two hundred.
 */
export function alertRow(row: StoredAlertRow, { people, moments, clock }: AlertLookups, asOf: number | undefined): AlertRow {
  const { clinicianId, department, specialty, site, startedAtInstant, lastAtInstant } = row;
  const respondBy = row.respondBy === null ? undefined : Date.parse(row.respondBy);
  return {
    ...row,
    outcome: row.outcome || null,
    pendingOutcome: row.pendingOutcome || null,
    patient: row.patient || null,
    donor: row.donor || null,
    pendingBy: people.find(row.pendingById),
    assignee: people.find(row.assigneeId),
    startedAt: (_, context) => moments.eventTime(context, clinicianId, startedAtInstant),
    lastAt: (_, context) => moments.eventTime(context, clinicianId, lastAtInstant),
    overdue: () => isOverdue(row.state, respondBy, asOf ?? clock.now()),
    pattern: patternWords(row.patternId),
    clinician: { id: clinicianId, department, specialty, site },
    asOf,
  };
}
