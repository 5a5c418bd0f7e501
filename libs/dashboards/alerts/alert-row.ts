import type { CaseOutcome, CaseState } from '@plumbline/cases';
import { sql } from '@plumbline/analytics-store';
import type { Domain, Route, Tier } from '@plumbline/pattern-kit';
import type { ClinicianId, PatientId } from '@plumbline/kernel';
import { patternWords } from '../common/pattern-words';
import type { ClinicianReference, Pattern } from '../schema.generated';

/** An alert as resolvers see it. Names are those of the schema, so that most fields need no resolver. Instants are UTC text. */
export interface AlertRow {
  readonly id: string;
  readonly state: CaseState;
  readonly caseVersion: number;
  readonly outcome: CaseOutcome | null;
  readonly pendingOutcome: CaseOutcome | null;
  readonly pendingById: string;
  readonly assigneeId: string;
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
  readonly knownAt: string;
  readonly learnedAt: string;
  readonly acknowledgedAt: string | null;
  readonly respondBy: string | null;
  readonly overdue: number;
  readonly snoozedUntil: string | null;
  readonly evidenceCount: number;
  /** Set by the repository: the point in time that was asked about, UTC milliseconds. */
  readonly asOf?: number | undefined;
}

/** Columns of {@link AlertRow} out of rows that carry `overdue`. Aliases never repeat a column's name: a shadowed column would change the result. */
export const alertColumns = sql`
  alert_id AS id, state, case_version AS caseVersion, nullIf(outcome, '') AS outcome_, nullIf(pending_outcome, '') AS pendingOutcome,
  pending_by AS pendingById, assignee AS assigneeId, finding_id AS findingId, pattern AS patternId, pattern_version AS patternVersion,
  policy, policy_version AS policyVersion, domain, route, band, tier, clinician AS clinicianId, nullIf(patient, '') AS patient_,
  nullIf(donor, '') AS donor_, department, specialty, site, started_at AS startedAtInstant, last_at AS lastAtInstant,
  known_at AS knownAt, first_learned_at AS learnedAt, acknowledged_at AS acknowledgedAt, respond_by AS respondBy, overdue,
  snoozed_until AS snoozedUntil, evidence_count AS evidenceCount`;

/** A row as it comes from the store. */
export type StoredAlertRow = Omit<AlertRow, 'outcome' | 'patient' | 'donor' | 'asOf' | 'pattern' | 'clinician'> & {
  readonly outcome_: CaseOutcome | null;
  readonly patient_: PatientId | null;
  readonly donor_: string | null;
};

/** Whole values instead of resolvers for them: a page of fifty rows makes a hundred calls fewer. */
export function alertRow({ outcome_, patient_, donor_, ...row }: StoredAlertRow, asOf: number | undefined): AlertRow {
  const { clinicianId: id, department, specialty, site } = row;
  const clinician = { id, department, specialty, site };
  return { ...row, outcome: outcome_, patient: patient_, donor: donor_, pattern: patternWords(row.patternId), clinician, asOf };
}
