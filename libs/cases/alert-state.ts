import type { LogPosition } from '@plumbline/event-log';
import type { ClinicianId, DonorId, PatientId } from '@plumbline/kernel';
import type { Domain, Route, Tier } from '@plumbline/pattern-kit';

/**
 * Where an alert stands.
 * `new`: nobody has taken note. `got-worse`: somebody had, and it rose since. `in-work`: someone has it. `withdrawn`: the facts
 * no longer hold; the case and its history stay.
 */
export type CaseState = 'new' | 'got-worse' | 'acknowledged' | 'in-work' | 'snoozed' | 'resolved' | 'withdrawn';

/** How a person may close a case. */
export type CaseOutcome =
  'no-concern' | 'explained' | 'informal-conversation' | 'awareness' | 'guided-plan' | 'referred' | 'support-provided' | 'data-error';

/** The whole state of an alert after one change: a row of `alert_states`. Instants are UTC milliseconds since 1970. */
export interface AlertState extends LogPosition {
  /** The case's id as well. */
  readonly alertId: string;
  /** Grows by one with every row of this alert. */
  readonly sequence: number;
  readonly findingId: string;
  readonly pattern: string;
  readonly patternVersion: number;
  readonly policy: string;
  readonly policyVersion: number;
  readonly clinician: ClinicianId;
  readonly patient: PatientId | undefined;
  readonly donor: DonorId | undefined;
  readonly specialty: string;
  readonly department: string;
  readonly site: string;
  readonly domain: Domain;
  readonly route: Route;
  readonly band: string;
  readonly tier: Tier;
  readonly state: CaseState;
  /** Empty where nobody has it. */
  readonly assignee: string;
  readonly outcome: CaseOutcome | '';
  /** A dismissal of a high tier that waits for a second person, and who asked for it. */
  readonly pendingOutcome: CaseOutcome | '';
  readonly pendingBy: string;
  /** What a command is based on. Grows with every accepted command and whenever the finding changes what people should do. */
  readonly caseVersion: number;
  /** The case version at which people were last called for. Notifications and escalations belong to it. */
  readonly attention: number;
  readonly evidenceCount: number;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly knownAt: number;
  /** When this state could be known at the source; never earlier than the row before. */
  readonly stateKnownAt: number;
  readonly learnedAt: number;
  readonly firstLearnedAt: number;
  readonly acknowledgedAt: number | undefined;
  /** Set while a person is awaited. */
  readonly respondBy: number | undefined;
  readonly snoozedUntil: number | undefined;
}

/** What happened to a case, by whom. The last five are done by the facts and not by a person. */
export type HistoryKind =
  | 'acknowledge'
  | 'assign'
  | 'comment'
  | 'record-response'
  | 'resolve'
  | 'confirm'
  | 'reopen'
  | 'snooze'
  | 'raised'
  | 'got-worse'
  | 'withdrawn'
  | 'reinstated'
  | 'snooze-ended';

/** A row of `case_history`. */
export interface CaseHistoryEntry extends LogPosition {
  readonly caseId: string;
  /** Of the case afterwards; for a rejected command the version that stood. */
  readonly version: number;
  /** Empty for what the facts did. */
  readonly commandId: string;
  readonly kind: HistoryKind;
  readonly accepted: boolean;
  readonly conflict: ConflictCode | '';
  readonly actor: string;
  readonly actorRole: string;
  readonly happenedAt: number;
  /** What was said or chosen, as JSON text: `{"comment": …}`, `{"assignee": …}`, `{"outcome": …, "rationale": …}`. */
  readonly detail: string;
  readonly clinician: ClinicianId;
}

/** Why a command was not carried out. Stable names; screens and clients match on them. */
export type ConflictCode =
  | 'case.not-found'
  | 'case.not-permitted'
  | 'case.version-conflict'
  | 'case.already-acknowledged'
  | 'case.already-resolved'
  | 'case.not-resolved'
  | 'case.withdrawn'
  | 'case.nothing-to-confirm'
  | 'case.second-person-required';

/** What the fold made of one command, for the person who waits for the answer. */
export interface CommandOutcome extends LogPosition {
  readonly commandId: string;
  readonly caseId: string;
  readonly accepted: boolean;
  readonly conflict: ConflictCode | '';
  /** The version that stands after the command. */
  readonly version: number;
}

/** Where a clinician belonged when the finding started: people see the alerts of their departments. */
export interface AlertPlace {
  readonly specialty: string;
  readonly department: string;
  readonly site: string;
}

/** What the fold needs of the policy's route for a finding that is made an alert. */
export interface ResponseRule {
  /** Within how many minutes of its becoming known here a person has to take note. */
  readonly respondWithinMinutes: number;
}
