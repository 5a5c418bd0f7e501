// Generated from the .graphql files of apps/web and the committed schema; change those and run the generator.
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** An instant in RFC 3339 with its offset, such as `2026-03-03T22:41:00.000Z`. */
  DateTime: { input: string; output: string };
  /** A date in the calendar of the zone that stands beside it, such as `2026-03-03`. */
  LocalDate: { input: string; output: string };
  /** A whole number up to 9,007,199,254,740,991; amounts of money and counts do not always fit the 32 bits of `Int`. */
  WholeNumber: { input: number; output: number };
};

export type AcknowledgeAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  /** The case version that the person saw. */
  readonly basedOn: Scalars['Int']['input'];
  /** Chosen by the caller; a repeat under the same id is answered like the first. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** All conditions hold together; a list means any of its values. */
export type AlertFilter = {
  /** A person's id, or the viewer's by `me`. */
  readonly assignee?: InputMaybe<Scalars['String']['input']>;
  readonly clinician?: InputMaybe<Scalars['ID']['input']>;
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly domains?: InputMaybe<ReadonlyArray<Domain>>;
  readonly knownFrom?: InputMaybe<Scalars['DateTime']['input']>;
  readonly knownTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Past the time in which the policy asks for a response, and not resolved. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  readonly patient?: InputMaybe<Scalars['ID']['input']>;
  readonly patterns?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly routes?: InputMaybe<ReadonlyArray<Route>>;
  /** A pseudonym or a case id, or how one begins (3 characters or more); upper and lower case alike. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  readonly states?: InputMaybe<ReadonlyArray<AlertState>>;
  readonly tiers?: InputMaybe<ReadonlyArray<Tier>>;
  readonly unassigned?: InputMaybe<Scalars['Boolean']['input']>;
};

export type AlertRaisedKind = 'GOT_WORSE' | 'NEW';

export type AlertSort = {
  readonly direction?: SortDirection;
  readonly field: AlertSortField;
};

export type AlertSortField =
  | 'DEPARTMENT'
  | 'EVIDENCE_COUNT'
  | 'KNOWN_AT'
  | 'LAST_AT'
  | 'PATTERN'
  | 'RESPOND_BY'
  | 'STARTED_AT'
  | 'TIER'
  /** What waits longest for a person first: overdue, then new and got worse, then by tier. */
  | 'URGENCY';

export type AlertStack = 'DEPARTMENT' | 'DOMAIN' | 'PATTERN' | 'STATE' | 'TIER';

export type AlertState = 'ACKNOWLEDGED' | 'GOT_WORSE' | 'IN_WORK' | 'NEW' | 'RESOLVED' | 'SNOOZED' | 'WITHDRAWN';

export type AssignAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  /** A person's id. */
  readonly assignee: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** What happened to a case. The last five are done by the facts and not by a person. */
export type CaseEntryKind =
  | 'ACKNOWLEDGE'
  | 'ASSIGN'
  | 'COMMENT'
  | 'CONFIRM'
  | 'GOT_WORSE'
  | 'RAISED'
  | 'RECORD_RESPONSE'
  | 'REINSTATED'
  | 'REOPEN'
  | 'RESOLVE'
  | 'SNOOZE'
  | 'SNOOZE_ENDED'
  | 'WITHDRAWN';

export type CaseOutcome =
  'AWARENESS' | 'DATA_ERROR' | 'EXPLAINED' | 'GUIDED_PLAN' | 'INFORMAL_CONVERSATION' | 'NO_CONCERN' | 'REFERRED' | 'SUPPORT_PROVIDED';

export type ClinicianFilter = {
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A pseudonym, or how one begins. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  readonly specialties?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly withOpenAlerts?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CommentOnAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 2,000 characters. */
  readonly comment: Scalars['String']['input'];
};

export type ComparedAgainst = 'OWN_PAST' | 'PEERS' | 'THRESHOLD';

export type ConfirmResolutionInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

/** The six domains of the boundary flow, and prescribing. */
export type Domain = 'COMMUNICATION' | 'MONEY' | 'PLACE' | 'PRESCRIBING' | 'PRIVACY' | 'ROLES' | 'TIME';

export type FindingStatus = 'RAISED' | 'REVISED' | 'WITHDRAWN';

export type GiftFilter = {
  readonly clinician?: InputMaybe<Scalars['ID']['input']>;
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A giver's pseudonym. */
  readonly donor?: InputMaybe<Scalars['ID']['input']>;
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  readonly states?: InputMaybe<ReadonlyArray<GiftState>>;
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type GiftState = 'CORRECTED' | 'DECLARED' | 'OFFERED' | 'WITHDRAWN';

export type Lane = 'GIFTS' | 'INCIDENTS' | 'MESSAGES' | 'NOTES' | 'PRESCRIPTIONS' | 'RELATIONSHIPS' | 'VISITS';

/** What the viewer's role allows; screens hide what is not listed and the platform refuses it all the same. */
export type Permission = 'READ_ALERTS' | 'READ_QUARANTINE' | 'READ_SOURCES' | 'REPLAY_QUARANTINE' | 'WORK_CASES';

/** How exactly a time is known. `DAY`: only the date; never draw it at midnight. */
export type Precision = 'DAY' | 'MILLISECOND' | 'MINUTE' | 'SECOND';

export type QuarantineFilter = {
  /** Problem codes, such as `event.unknown-type`. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly states?: InputMaybe<ReadonlyArray<QuarantineState>>;
};

export type QuarantineState = 'REPLAYED' | 'WAITING';

export type RecordResponseInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** What the clinician said, at most 2,000 characters. */
  readonly response: Scalars['String']['input'];
};

export type ReopenAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 2,000 characters. */
  readonly rationale: Scalars['String']['input'];
};

export type ResolveAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  readonly outcome: CaseOutcome;
  /** At most 2,000 characters. */
  readonly rationale: Scalars['String']['input'];
};

export type Role = 'ADMINISTRATOR' | 'AUDITOR' | 'MEDICAL_DIRECTOR' | 'RISK_MANAGER';

/** Where a finding goes. Support and wellbeing never count against the clinician and are never mixed into the picture of risk. */
export type Route = 'REVIEW' | 'SUPPORT' | 'WELLBEING';

export type ShiftKind = 'ON_CALL' | 'SHIFT';

export type SnoozeAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Wake it then at the latest; without it only getting worse wakes it. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SortDirection = 'ASCENDING' | 'DESCENDING';

export type SourceState =
  /** More than one in twenty records of the last seven days is in quarantine. */
  | 'FAILING'
  /** Events come as usual. */
  | 'FLOWING'
  /** Quiet for longer than is usual for this source. */
  | 'LATE'
  /** Quiet for more than three times the longest usual pause: what depends on it cannot be judged. */
  | 'SILENT';

/** Tiers of response, lowest first. `TASK` asks for an action and is no step of the ladder. */
export type Tier = 'AWARENESS' | 'DISCIPLINARY' | 'GUIDED_PLAN' | 'INFORMAL_CONVERSATION' | 'TASK';

type CommandAnswer_AlertChanged_Fragment = {
  readonly __typename: 'AlertChanged';
  readonly alert: {
    readonly id: string;
    readonly state: AlertState;
    readonly caseVersion: number;
    readonly outcome: CaseOutcome | null;
    readonly pendingOutcome: CaseOutcome | null;
    readonly domain: Domain;
    readonly route: Route;
    readonly band: string;
    readonly tier: Tier;
    readonly patient: string | null;
    readonly donor: string | null;
    readonly department: string;
    readonly specialty: string;
    readonly site: string;
    readonly knownAt: string;
    readonly respondBy: string | null;
    readonly overdue: boolean;
    readonly snoozedUntil: string | null;
    readonly evidenceCount: number;
    readonly pendingBy: { readonly id: string; readonly name: string } | null;
    readonly assignee: { readonly id: string; readonly name: string } | null;
    readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
    readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
    readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
    readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
  };
};

type CommandAnswer_CaseConflict_Fragment = {
  readonly __typename: 'CaseConflict';
  readonly message: string;
  readonly version: number;
  readonly alert: {
    readonly id: string;
    readonly state: AlertState;
    readonly caseVersion: number;
    readonly outcome: CaseOutcome | null;
    readonly pendingOutcome: CaseOutcome | null;
    readonly domain: Domain;
    readonly route: Route;
    readonly band: string;
    readonly tier: Tier;
    readonly patient: string | null;
    readonly donor: string | null;
    readonly department: string;
    readonly specialty: string;
    readonly site: string;
    readonly knownAt: string;
    readonly respondBy: string | null;
    readonly overdue: boolean;
    readonly snoozedUntil: string | null;
    readonly evidenceCount: number;
    readonly pendingBy: { readonly id: string; readonly name: string } | null;
    readonly assignee: { readonly id: string; readonly name: string } | null;
    readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
    readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
    readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
    readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
  };
};

type CommandAnswer_CommandPending_Fragment = {
  readonly __typename: 'CommandPending';
  readonly commandId: string;
  readonly message: string;
};

type CommandAnswer_CommandRefused_Fragment = {
  readonly __typename: 'CommandRefused';
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
};

type CommandAnswer_NotFound_Fragment = { readonly __typename: 'NotFound'; readonly message: string };

type CommandAnswer_NotPermitted_Fragment = { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };

export type CommandAnswerFragment =
  | CommandAnswer_AlertChanged_Fragment
  | CommandAnswer_CaseConflict_Fragment
  | CommandAnswer_CommandPending_Fragment
  | CommandAnswer_CommandRefused_Fragment
  | CommandAnswer_NotFound_Fragment
  | CommandAnswer_NotPermitted_Fragment;

export type AcknowledgeAlertsMutationVariables = Exact<{
  inputs: ReadonlyArray<AcknowledgeAlertInput> | AcknowledgeAlertInput;
}>;

export type AcknowledgeAlertsMutation = {
  readonly acknowledgeAlerts: ReadonlyArray<
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string }
  >;
};

export type AssignAlertsMutationVariables = Exact<{
  inputs: ReadonlyArray<AssignAlertInput> | AssignAlertInput;
}>;

export type AssignAlertsMutation = {
  readonly assignAlerts: ReadonlyArray<
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string }
  >;
};

export type CommentOnAlertMutationVariables = Exact<{
  input: CommentOnAlertInput;
}>;

export type CommentOnAlertMutation = {
  readonly commentOnAlert:
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };
};

export type RecordResponseMutationVariables = Exact<{
  input: RecordResponseInput;
}>;

export type RecordResponseMutation = {
  readonly recordResponse:
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };
};

export type ResolveAlertMutationVariables = Exact<{
  input: ResolveAlertInput;
}>;

export type ResolveAlertMutation = {
  readonly resolveAlert:
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };
};

export type ReopenAlertMutationVariables = Exact<{
  input: ReopenAlertInput;
}>;

export type ReopenAlertMutation = {
  readonly reopenAlert:
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };
};

export type SnoozeAlertMutationVariables = Exact<{
  input: SnoozeAlertInput;
}>;

export type SnoozeAlertMutation = {
  readonly snoozeAlert:
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };
};

export type ConfirmResolutionMutationVariables = Exact<{
  input: ConfirmResolutionInput;
}>;

export type ConfirmResolutionMutation = {
  readonly confirmResolution:
    | {
        readonly __typename: 'AlertChanged';
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | {
        readonly __typename: 'CaseConflict';
        readonly message: string;
        readonly version: number;
        readonly alert: {
          readonly id: string;
          readonly state: AlertState;
          readonly caseVersion: number;
          readonly outcome: CaseOutcome | null;
          readonly pendingOutcome: CaseOutcome | null;
          readonly domain: Domain;
          readonly route: Route;
          readonly band: string;
          readonly tier: Tier;
          readonly patient: string | null;
          readonly donor: string | null;
          readonly department: string;
          readonly specialty: string;
          readonly site: string;
          readonly knownAt: string;
          readonly respondBy: string | null;
          readonly overdue: boolean;
          readonly snoozedUntil: string | null;
          readonly evidenceCount: number;
          readonly pendingBy: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
          readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
          readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        };
      }
    | { readonly __typename: 'CommandPending'; readonly commandId: string; readonly message: string }
    | { readonly __typename: 'CommandRefused'; readonly code: string; readonly message: string; readonly remedy: string }
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string };
};

export type PulseQueryVariables = Exact<{ [key: string]: never }>;

export type PulseQuery = {
  readonly overview: {
    readonly freshness: {
      readonly eventsUntil: string | null;
      readonly ingestedAt: string | null;
      readonly silentSources: ReadonlyArray<string>;
    };
  };
};

export type SearchQueryVariables = Exact<{
  text: Scalars['String']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type SearchQuery = {
  readonly alerts: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly patient: string | null;
      readonly state: AlertState;
      readonly clinician: { readonly id: string; readonly department: string };
      readonly pattern: { readonly id: string; readonly title: string };
    }>;
  };
  readonly clinicians: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{ readonly id: string; readonly department: string; readonly specialty: string; readonly site: string }>;
  };
};

export type TimelineEntryFragment = {
  readonly id: string;
  readonly lane: Lane;
  readonly type: string;
  readonly label: string;
  readonly recordedAt: string;
  readonly ingestedAt: string;
  readonly source: string;
  readonly patient: string | null;
  readonly evidence: boolean;
  readonly late: boolean;
  readonly amended: boolean;
  readonly occurredAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
  readonly details: ReadonlyArray<{ readonly name: string; readonly value: string }>;
};

export type ShiftSpanFragment = { readonly kind: ShiftKind; readonly from: string; readonly to: string; readonly zone: string };

export type FindingRowFragment = {
  readonly id: string;
  readonly patternVersion: number;
  readonly policyVersion: number;
  readonly band: string;
  readonly tier: Tier;
  readonly route: Route;
  readonly status: FindingStatus;
  readonly patient: string | null;
  readonly knownAt: string;
  readonly reason: string;
  readonly alertId: string | null;
  readonly pattern: { readonly id: string; readonly title: string };
  readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
  readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
};

export type StageFragment = {
  readonly stage: number;
  readonly name: string;
  readonly reached: boolean;
  readonly since: string | null;
  readonly patterns: ReadonlyArray<{ readonly id: string; readonly title: string }>;
};

export type UndeterminedRowFragment = {
  readonly because: string;
  readonly since: string;
  readonly patient: string | null;
  readonly pattern: { readonly id: string; readonly title: string };
};

export type AlertDetailQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type AlertDetailQuery = {
  readonly alert:
    | {
        readonly __typename: 'Alert';
        readonly patternVersion: number;
        readonly policy: string;
        readonly policyVersion: number;
        readonly learnedAt: string;
        readonly acknowledgedAt: string | null;
        readonly reason: string;
        readonly counterfactual: string;
        readonly caveats: ReadonlyArray<string>;
        readonly id: string;
        readonly state: AlertState;
        readonly caseVersion: number;
        readonly outcome: CaseOutcome | null;
        readonly pendingOutcome: CaseOutcome | null;
        readonly domain: Domain;
        readonly route: Route;
        readonly band: string;
        readonly tier: Tier;
        readonly patient: string | null;
        readonly donor: string | null;
        readonly department: string;
        readonly specialty: string;
        readonly site: string;
        readonly knownAt: string;
        readonly respondBy: string | null;
        readonly overdue: boolean;
        readonly snoozedUntil: string | null;
        readonly evidenceCount: number;
        readonly comparisons: ReadonlyArray<{
          readonly against: ComparedAgainst;
          readonly value: number;
          readonly limit: number;
          readonly peers: number | null;
          readonly among: string | null;
        }>;
        readonly leftOut: ReadonlyArray<{ readonly because: string; readonly events: number }>;
        readonly evidence: ReadonlyArray<{
          readonly id: string;
          readonly lane: Lane;
          readonly type: string;
          readonly label: string;
          readonly recordedAt: string;
          readonly ingestedAt: string;
          readonly source: string;
          readonly patient: string | null;
          readonly evidence: boolean;
          readonly late: boolean;
          readonly amended: boolean;
          readonly occurredAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly details: ReadonlyArray<{ readonly name: string; readonly value: string }>;
        }>;
        readonly surroundings: ReadonlyArray<{
          readonly id: string;
          readonly lane: Lane;
          readonly type: string;
          readonly label: string;
          readonly recordedAt: string;
          readonly ingestedAt: string;
          readonly source: string;
          readonly patient: string | null;
          readonly evidence: boolean;
          readonly late: boolean;
          readonly amended: boolean;
          readonly occurredAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly details: ReadonlyArray<{ readonly name: string; readonly value: string }>;
        }>;
        readonly shifts: ReadonlyArray<{ readonly kind: ShiftKind; readonly from: string; readonly to: string; readonly zone: string }>;
        readonly playbook: { readonly id: string; readonly title: string; readonly steps: ReadonlyArray<string> } | null;
        readonly history: ReadonlyArray<{
          readonly id: string;
          readonly version: number;
          readonly kind: CaseEntryKind;
          readonly accepted: boolean;
          readonly conflict: string | null;
          readonly at: string;
          readonly text: string | null;
          readonly outcome: CaseOutcome | null;
          readonly until: string | null;
          readonly actor: { readonly id: string; readonly name: string } | null;
          readonly assignee: { readonly id: string; readonly name: string } | null;
        }>;
        readonly revisions: ReadonlyArray<{
          readonly revision: number;
          readonly status: FindingStatus;
          readonly band: string;
          readonly tier: Tier;
          readonly evidenceCount: number;
          readonly reason: string;
          readonly knownAt: string;
          readonly learnedAt: string;
        }>;
        readonly otherFindings: ReadonlyArray<{
          readonly id: string;
          readonly patternVersion: number;
          readonly policyVersion: number;
          readonly band: string;
          readonly tier: Tier;
          readonly route: Route;
          readonly status: FindingStatus;
          readonly patient: string | null;
          readonly knownAt: string;
          readonly reason: string;
          readonly alertId: string | null;
          readonly pattern: { readonly id: string; readonly title: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        }>;
        readonly stages: ReadonlyArray<{
          readonly stage: number;
          readonly name: string;
          readonly reached: boolean;
          readonly since: string | null;
          readonly patterns: ReadonlyArray<{ readonly id: string; readonly title: string }>;
        }>;
        readonly undetermined: ReadonlyArray<{
          readonly because: string;
          readonly since: string;
          readonly patient: string | null;
          readonly pattern: { readonly id: string; readonly title: string };
        }>;
        readonly deliveries: ReadonlyArray<{
          readonly notification: string;
          readonly transport: string;
          readonly route: string;
          readonly attempt: number;
          readonly outcome: string;
          readonly problem: string | null;
          readonly at: string;
        }>;
        readonly pendingBy: { readonly id: string; readonly name: string } | null;
        readonly assignee: { readonly id: string; readonly name: string } | null;
        readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
        readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
        readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
      }
    | { readonly __typename: 'NotFound'; readonly message: string };
};

export type AlertRowFragment = {
  readonly id: string;
  readonly state: AlertState;
  readonly caseVersion: number;
  readonly outcome: CaseOutcome | null;
  readonly pendingOutcome: CaseOutcome | null;
  readonly domain: Domain;
  readonly route: Route;
  readonly band: string;
  readonly tier: Tier;
  readonly patient: string | null;
  readonly donor: string | null;
  readonly department: string;
  readonly specialty: string;
  readonly site: string;
  readonly knownAt: string;
  readonly respondBy: string | null;
  readonly overdue: boolean;
  readonly snoozedUntil: string | null;
  readonly evidenceCount: number;
  readonly pendingBy: { readonly id: string; readonly name: string } | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
  readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
  readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
  readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
};

export type AlertPageQueryVariables = Exact<{
  filter: InputMaybe<AlertFilter>;
  sort: InputMaybe<AlertSort>;
  first: Scalars['Int']['input'];
  after: InputMaybe<Scalars['String']['input']>;
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type AlertPageQuery = {
  readonly alerts: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly state: AlertState;
      readonly caseVersion: number;
      readonly outcome: CaseOutcome | null;
      readonly pendingOutcome: CaseOutcome | null;
      readonly domain: Domain;
      readonly route: Route;
      readonly band: string;
      readonly tier: Tier;
      readonly patient: string | null;
      readonly donor: string | null;
      readonly department: string;
      readonly specialty: string;
      readonly site: string;
      readonly knownAt: string;
      readonly respondBy: string | null;
      readonly overdue: boolean;
      readonly snoozedUntil: string | null;
      readonly evidenceCount: number;
      readonly pendingBy: { readonly id: string; readonly name: string } | null;
      readonly assignee: { readonly id: string; readonly name: string } | null;
      readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
      readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
      readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
      readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
    }>;
  };
};

export type AlertShapeQueryVariables = Exact<{
  filter: InputMaybe<AlertFilter>;
  stackBy: AlertStack;
  weeks: Scalars['Int']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type AlertShapeQuery = {
  readonly alertHistogram: ReadonlyArray<{ readonly weekOf: string; readonly stack: string; readonly alerts: number }>;
  readonly alertFacets: {
    readonly states: ReadonlyArray<{ readonly value: string; readonly alerts: number }>;
    readonly patterns: ReadonlyArray<{ readonly value: string; readonly alerts: number }>;
    readonly departments: ReadonlyArray<{ readonly value: string; readonly alerts: number }>;
    readonly tiers: ReadonlyArray<{ readonly value: string; readonly alerts: number }>;
    readonly domains: ReadonlyArray<{ readonly value: string; readonly alerts: number }>;
    readonly assignees: ReadonlyArray<{ readonly value: string; readonly alerts: number }>;
  };
};

export type AlertRaisedSubscriptionVariables = Exact<{
  filter: InputMaybe<AlertFilter>;
}>;

export type AlertRaisedSubscription = {
  readonly alertRaised: {
    readonly kind: AlertRaisedKind;
    readonly alert: {
      readonly id: string;
      readonly state: AlertState;
      readonly caseVersion: number;
      readonly outcome: CaseOutcome | null;
      readonly pendingOutcome: CaseOutcome | null;
      readonly domain: Domain;
      readonly route: Route;
      readonly band: string;
      readonly tier: Tier;
      readonly patient: string | null;
      readonly donor: string | null;
      readonly department: string;
      readonly specialty: string;
      readonly site: string;
      readonly knownAt: string;
      readonly respondBy: string | null;
      readonly overdue: boolean;
      readonly snoozedUntil: string | null;
      readonly evidenceCount: number;
      readonly pendingBy: { readonly id: string; readonly name: string } | null;
      readonly assignee: { readonly id: string; readonly name: string } | null;
      readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
      readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
      readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
      readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
    };
  };
};

export type ClinicianProfileQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type ClinicianProfileQuery = {
  readonly clinician:
    | {
        readonly __typename: 'Clinician';
        readonly id: string;
        readonly department: string;
        readonly specialty: string;
        readonly site: string;
        readonly zone: string;
        readonly active: boolean;
        readonly supervisor: string | null;
        readonly exposure: {
          readonly patients: number;
          readonly visits: number;
          readonly messages: number;
          readonly prescriptions: number;
          readonly shifts: number;
          readonly onCall: number;
        };
        readonly activity: ReadonlyArray<{
          readonly lane: Lane;
          readonly points: ReadonlyArray<{
            readonly month: string;
            readonly events: number;
            readonly peersLow: number | null;
            readonly peersMedian: number | null;
            readonly peersHigh: number | null;
            readonly peers: number | null;
          }>;
        }>;
        readonly dyads: {
          readonly totalCount: number;
          readonly nodes: ReadonlyArray<{
            readonly patient: string;
            readonly events: number;
            readonly messages: number;
            readonly findings: number;
            readonly firstAt: string;
            readonly lastAt: string;
          }>;
        };
        readonly review: {
          readonly totalCount: number;
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly state: AlertState;
            readonly caseVersion: number;
            readonly outcome: CaseOutcome | null;
            readonly pendingOutcome: CaseOutcome | null;
            readonly domain: Domain;
            readonly route: Route;
            readonly band: string;
            readonly tier: Tier;
            readonly patient: string | null;
            readonly donor: string | null;
            readonly department: string;
            readonly specialty: string;
            readonly site: string;
            readonly knownAt: string;
            readonly respondBy: string | null;
            readonly overdue: boolean;
            readonly snoozedUntil: string | null;
            readonly evidenceCount: number;
            readonly pendingBy: { readonly id: string; readonly name: string } | null;
            readonly assignee: { readonly id: string; readonly name: string } | null;
            readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
            readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
            readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
            readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          }>;
        };
        readonly apart: {
          readonly totalCount: number;
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly state: AlertState;
            readonly caseVersion: number;
            readonly outcome: CaseOutcome | null;
            readonly pendingOutcome: CaseOutcome | null;
            readonly domain: Domain;
            readonly route: Route;
            readonly band: string;
            readonly tier: Tier;
            readonly patient: string | null;
            readonly donor: string | null;
            readonly department: string;
            readonly specialty: string;
            readonly site: string;
            readonly knownAt: string;
            readonly respondBy: string | null;
            readonly overdue: boolean;
            readonly snoozedUntil: string | null;
            readonly evidenceCount: number;
            readonly pendingBy: { readonly id: string; readonly name: string } | null;
            readonly assignee: { readonly id: string; readonly name: string } | null;
            readonly pattern: { readonly id: string; readonly title: string; readonly domain: Domain };
            readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
            readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
            readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          }>;
        };
        readonly undetermined: ReadonlyArray<{
          readonly because: string;
          readonly since: string;
          readonly patient: string | null;
          readonly pattern: { readonly id: string; readonly title: string };
        }>;
      }
    | { readonly __typename: 'NotFound'; readonly message: string };
};

export type ClinicianPageQueryVariables = Exact<{
  filter: InputMaybe<ClinicianFilter>;
  first: Scalars['Int']['input'];
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type ClinicianPageQuery = {
  readonly clinicians: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly department: string;
      readonly specialty: string;
      readonly site: string;
      readonly openAlerts: number;
      readonly allAlerts: number;
      readonly lastAlertAt: string | null;
    }>;
  };
};

export type DyadSpanQueryVariables = Exact<{
  clinician: Scalars['ID']['input'];
  patient: Scalars['ID']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type DyadSpanQuery = {
  readonly dyad:
    | {
        readonly __typename: 'Dyad';
        readonly patient: string;
        readonly firstAt: string;
        readonly lastAt: string;
        readonly clinician: { readonly id: string; readonly department: string; readonly specialty: string; readonly site: string };
        readonly findings: ReadonlyArray<{
          readonly id: string;
          readonly patternVersion: number;
          readonly policyVersion: number;
          readonly band: string;
          readonly tier: Tier;
          readonly route: Route;
          readonly status: FindingStatus;
          readonly patient: string | null;
          readonly knownAt: string;
          readonly reason: string;
          readonly alertId: string | null;
          readonly pattern: { readonly id: string; readonly title: string };
          readonly startedAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly lastAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
        }>;
        readonly stages: ReadonlyArray<{
          readonly stage: number;
          readonly name: string;
          readonly reached: boolean;
          readonly since: string | null;
          readonly patterns: ReadonlyArray<{ readonly id: string; readonly title: string }>;
        }>;
      }
    | { readonly __typename: 'NotFound'; readonly message: string };
};

export type DyadTimelineQueryVariables = Exact<{
  clinician: Scalars['ID']['input'];
  patient: Scalars['ID']['input'];
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type DyadTimelineQuery = {
  readonly dyad:
    | {
        readonly __typename: 'Dyad';
        readonly timeline: {
          readonly totalCount: number;
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly lane: Lane;
            readonly type: string;
            readonly label: string;
            readonly recordedAt: string;
            readonly ingestedAt: string;
            readonly source: string;
            readonly patient: string | null;
            readonly evidence: boolean;
            readonly late: boolean;
            readonly amended: boolean;
            readonly occurredAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
            readonly details: ReadonlyArray<{ readonly name: string; readonly value: string }>;
          }>;
        };
        readonly shifts: ReadonlyArray<{ readonly kind: ShiftKind; readonly from: string; readonly to: string; readonly zone: string }>;
      }
    | { readonly __typename: 'NotFound' };
};

export type GiftPageQueryVariables = Exact<{
  filter: InputMaybe<GiftFilter>;
  first: Scalars['Int']['input'];
  after: InputMaybe<Scalars['String']['input']>;
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type GiftPageQuery = {
  readonly gifts: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly state: GiftState;
      readonly donor: string | null;
      readonly donorKind: string | null;
      readonly patient: string | null;
      readonly kind: string | null;
      readonly acceptance: string | null;
      readonly valueAsPrinted: string | null;
      readonly declaredOn: string | null;
      readonly recordedAt: string;
      readonly versions: number;
      readonly source: string;
      readonly clinician: { readonly id: string; readonly department: string };
      readonly value: { readonly minor: number; readonly currency: string } | null;
      readonly runningTotal: { readonly minor: number; readonly currency: string } | null;
      readonly occurredAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
    }>;
  };
};

export type OverviewQueryVariables = Exact<{
  weeks: Scalars['Int']['input'];
}>;

export type OverviewQuery = {
  readonly overview: {
    readonly needsAPerson: {
      readonly new: number;
      readonly gotWorse: number;
      readonly pastResponseTime: number;
      readonly unassigned: number;
      readonly mine: number;
      readonly support: number;
    };
    readonly alertsByWeek: ReadonlyArray<{
      readonly weekOf: string;
      readonly counts: ReadonlyArray<{ readonly domain: Domain; readonly alerts: number }>;
    }>;
    readonly policyChanges: ReadonlyArray<{ readonly at: string; readonly policy: string; readonly version: number }>;
    readonly departments: ReadonlyArray<{
      readonly department: string;
      readonly clinicians: number | null;
      readonly alerts: number | null;
      readonly per100: number | null;
      readonly peersLow: number | null;
      readonly peersHigh: number | null;
      readonly suppressed: boolean;
    }>;
    readonly notEvaluable: ReadonlyArray<{
      readonly because: string;
      readonly department: string;
      readonly site: string;
      readonly clinicians: number | null;
      readonly since: string;
      readonly pattern: { readonly id: string; readonly title: string };
    }>;
    readonly patternFigures: ReadonlyArray<{
      readonly alerts: number;
      readonly resolved: number;
      readonly leadTimeDays: number | null;
      readonly leadTimeAlerts: number;
      readonly hoursToFirstReview: number | null;
      readonly confirmedShare: number | null;
      readonly explainedShare: number | null;
      readonly dataErrorShare: number | null;
      readonly pattern: { readonly id: string; readonly title: string; readonly route: Route };
    }>;
    readonly freshness: {
      readonly eventsUntil: string | null;
      readonly ingestedAt: string | null;
      readonly silentSources: ReadonlyArray<string>;
    };
  };
};

export type PrescribingQueryVariables = Exact<{
  clinician: InputMaybe<Scalars['ID']['input']>;
  department: InputMaybe<Scalars['String']['input']>;
  specialty: InputMaybe<Scalars['String']['input']>;
  months: Scalars['Int']['input'];
  asOf: InputMaybe<Scalars['DateTime']['input']>;
}>;

export type PrescribingQuery = {
  readonly prescribing: {
    readonly points: ReadonlyArray<{
      readonly month: string;
      readonly ordered: number;
      readonly orderedControlled: number;
      readonly dispensed: number;
      readonly dispensedControlled: number;
      readonly refillsControlled: number;
      readonly visits: number;
      readonly peersLow: number | null;
      readonly peersMedian: number | null;
      readonly peersHigh: number | null;
      readonly peers95: number | null;
      readonly peers: number | null;
    }>;
  };
};

export type DepartmentNamesQueryVariables = Exact<{ [key: string]: never }>;

export type DepartmentNamesQuery = { readonly overview: { readonly departments: ReadonlyArray<{ readonly department: string }> } };

export type SourcesQueryVariables = Exact<{ [key: string]: never }>;

export type SourcesQuery = {
  readonly sources: ReadonlyArray<{
    readonly source: string;
    readonly state: SourceState;
    readonly because: string;
    readonly events: number;
    readonly lastIngestedAt: string | null;
    readonly lagSeconds: number | null;
    readonly quarantined: number;
    readonly quarantinedShare: number;
    readonly zones: ReadonlyArray<string>;
    readonly futureDated: number;
    readonly lastEventAt: { readonly at: string; readonly precision: Precision; readonly zone: string } | null;
    readonly perDay: ReadonlyArray<{ readonly day: string; readonly events: number }>;
  }>;
};

export type ProblemFragment = { readonly code: string; readonly reason: string; readonly remedy: string; readonly place: string | null };

export type QuarantinePageQueryVariables = Exact<{
  filter: InputMaybe<QuarantineFilter>;
  first: Scalars['Int']['input'];
  after: InputMaybe<Scalars['String']['input']>;
}>;

export type QuarantinePageQuery = {
  readonly quarantine: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly source: string;
      readonly format: string;
      readonly state: QuarantineState;
      readonly receivedAt: string;
      readonly replayedAt: string | null;
      readonly place: string | null;
      readonly problems: ReadonlyArray<{
        readonly code: string;
        readonly reason: string;
        readonly remedy: string;
        readonly place: string | null;
      }>;
    }>;
  };
};

export type QuarantinedOriginalQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;

export type QuarantinedOriginalQuery = {
  readonly quarantinedRecord:
    | { readonly __typename: 'NotFound'; readonly message: string }
    | {
        readonly __typename: 'QuarantinedRecord';
        readonly id: string;
        readonly source: string;
        readonly format: string;
        readonly state: QuarantineState;
        readonly receivedAt: string;
        readonly replayedAt: string | null;
        readonly place: string | null;
        readonly original: string | null;
        readonly originalBytes: number;
        readonly originalTruncated: boolean;
        readonly problems: ReadonlyArray<{
          readonly code: string;
          readonly reason: string;
          readonly remedy: string;
          readonly place: string | null;
        }>;
      };
};

export type ReplayPreviewQueryVariables = Exact<{
  id: Scalars['ID']['input'];
  mended: InputMaybe<Scalars['String']['input']>;
}>;

export type ReplayPreviewQuery = {
  readonly quarantinePreview:
    | { readonly __typename: 'NotFound'; readonly message: string }
    | {
        readonly __typename: 'QuarantinePreview';
        readonly events: ReadonlyArray<{
          readonly type: string;
          readonly occurredAt: { readonly at: string; readonly precision: Precision; readonly zone: string };
          readonly details: ReadonlyArray<{ readonly name: string; readonly value: string }>;
        }>;
        readonly problems: ReadonlyArray<{
          readonly code: string;
          readonly reason: string;
          readonly remedy: string;
          readonly place: string | null;
        }>;
      };
};

export type ReplayMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  mended: InputMaybe<Scalars['String']['input']>;
}>;

export type ReplayMutation = {
  readonly replayQuarantined:
    | { readonly __typename: 'NotFound'; readonly message: string }
    | { readonly __typename: 'NotPermitted'; readonly message: string; readonly remedy: string }
    | {
        readonly __typename: 'QuarantineReplayed';
        readonly events: number;
        readonly record: { readonly id: string; readonly state: QuarantineState; readonly replayedAt: string | null };
      }
    | {
        readonly __typename: 'StillRefused';
        readonly problems: ReadonlyArray<{
          readonly code: string;
          readonly reason: string;
          readonly remedy: string;
          readonly place: string | null;
        }>;
      };
};

export type SessionQueryVariables = Exact<{ [key: string]: never }>;

export type SessionQuery = {
  readonly viewer: {
    readonly id: string;
    readonly name: string;
    readonly roles: ReadonlyArray<Role>;
    readonly permissions: ReadonlyArray<Permission>;
    readonly departments: ReadonlyArray<string> | null;
    readonly sessionEndsAt: string;
    readonly now: string;
    readonly zone: string;
    readonly demonstration: boolean;
  };
  readonly people: ReadonlyArray<{ readonly id: string; readonly name: string; readonly roles: ReadonlyArray<Role> }>;
  readonly patterns: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly question: string;
    readonly domain: Domain;
    readonly route: Route;
  }>;
};

export const AlertRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AlertRowFragment, unknown>;
export const CommandAnswerFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CommandAnswerFragment, unknown>;
export const TimelineEntryFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TimelineEntry' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'TimelineEvent' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lane' } },
          { kind: 'Field', name: { kind: 'Name', value: 'type' } },
          { kind: 'Field', name: { kind: 'Name', value: 'label' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'occurredAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'recordedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'ingestedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'source' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidence' } },
          { kind: 'Field', name: { kind: 'Name', value: 'late' } },
          { kind: 'Field', name: { kind: 'Name', value: 'amended' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'details' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<TimelineEntryFragment, unknown>;
export const ShiftSpanFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'ShiftSpan' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Shift' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'from' } },
          { kind: 'Field', name: { kind: 'Name', value: 'to' } },
          { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ShiftSpanFragment, unknown>;
export const FindingRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'FindingRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Finding' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patternVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'policyVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'status' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'alertId' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<FindingRowFragment, unknown>;
export const StageFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Stage' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'SlopeStage' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'stage' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reached' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'patterns' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<StageFragment, unknown>;
export const UndeterminedRowFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'UndeterminedRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'UndeterminedPattern' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'because' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<UndeterminedRowFragment, unknown>;
export const ProblemFragmentDoc = {
  kind: 'Document',
  definitions: [
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'InputProblem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'place' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ProblemFragment, unknown>;
export const AcknowledgeAlertsDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'AcknowledgeAlerts' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'inputs' } },
          type: {
            kind: 'NonNullType',
            type: {
              kind: 'ListType',
              type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'AcknowledgeAlertInput' } } },
            },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'acknowledgeAlerts' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'inputs' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'inputs' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AcknowledgeAlertsMutation, AcknowledgeAlertsMutationVariables>;
export const AssignAlertsDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'AssignAlerts' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'inputs' } },
          type: {
            kind: 'NonNullType',
            type: {
              kind: 'ListType',
              type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'AssignAlertInput' } } },
            },
          },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignAlerts' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'inputs' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'inputs' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AssignAlertsMutation, AssignAlertsMutationVariables>;
export const CommentOnAlertDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'CommentOnAlert' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'CommentOnAlertInput' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'commentOnAlert' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<CommentOnAlertMutation, CommentOnAlertMutationVariables>;
export const RecordResponseDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'RecordResponse' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'RecordResponseInput' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'recordResponse' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<RecordResponseMutation, RecordResponseMutationVariables>;
export const ResolveAlertDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'ResolveAlert' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ResolveAlertInput' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'resolveAlert' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ResolveAlertMutation, ResolveAlertMutationVariables>;
export const ReopenAlertDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'ReopenAlert' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ReopenAlertInput' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'reopenAlert' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReopenAlertMutation, ReopenAlertMutationVariables>;
export const SnoozeAlertDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'SnoozeAlert' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'SnoozeAlertInput' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'snoozeAlert' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SnoozeAlertMutation, SnoozeAlertMutationVariables>;
export const ConfirmResolutionDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'ConfirmResolution' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ConfirmResolutionInput' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'confirmResolution' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'input' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'input' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'CommandAnswer' } }],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'CommandAnswer' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseCommandResult' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertChanged' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CaseConflict' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandPending' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'commandId' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'CommandRefused' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'code' } },
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
            selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
          },
          {
            kind: 'InlineFragment',
            typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ConfirmResolutionMutation, ConfirmResolutionMutationVariables>;
export const PulseDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Pulse' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'overview' },
            arguments: [{ kind: 'Argument', name: { kind: 'Name', value: 'weeks' }, value: { kind: 'IntValue', value: '1' } }],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'freshness' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'eventsUntil' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'ingestedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'silentSources' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PulseQuery, PulseQueryVariables>;
export const SearchDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Search' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'text' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'alerts' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'search' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'text' } },
                    },
                  ],
                },
              },
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '6' } },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'clinician' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'pattern' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                    ],
                  },
                },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinicians' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: {
                  kind: 'ObjectValue',
                  fields: [
                    {
                      kind: 'ObjectField',
                      name: { kind: 'Name', value: 'search' },
                      value: { kind: 'Variable', name: { kind: 'Name', value: 'text' } },
                    },
                  ],
                },
              },
              { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '6' } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'site' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const AlertDetailDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'AlertDetail' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'alert' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'id' }, value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } } },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'patternVersion' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'policy' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'policyVersion' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'learnedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'acknowledgedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'counterfactual' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'comparisons' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'against' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'limit' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'peers' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'among' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'leftOut' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'because' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'events' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'caveats' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'evidence' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TimelineEntry' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'surroundings' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TimelineEntry' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'shifts' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'ShiftSpan' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'playbook' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'steps' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'history' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'accepted' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'conflict' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'actor' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                                ],
                              },
                            },
                            { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'text' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'assignee' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                                ],
                              },
                            },
                            { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'until' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'revisions' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'revision' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'status' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'band' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'learnedAt' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'otherFindings' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'FindingRow' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'stages' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Stage' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'undetermined' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'UndeterminedRow' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'deliveries' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'notification' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'transport' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'route' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'attempt' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'problem' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                          ],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TimelineEntry' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'TimelineEvent' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lane' } },
          { kind: 'Field', name: { kind: 'Name', value: 'type' } },
          { kind: 'Field', name: { kind: 'Name', value: 'label' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'occurredAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'recordedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'ingestedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'source' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidence' } },
          { kind: 'Field', name: { kind: 'Name', value: 'late' } },
          { kind: 'Field', name: { kind: 'Name', value: 'amended' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'details' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'ShiftSpan' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Shift' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'from' } },
          { kind: 'Field', name: { kind: 'Name', value: 'to' } },
          { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'FindingRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Finding' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patternVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'policyVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'status' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'alertId' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Stage' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'SlopeStage' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'stage' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reached' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'patterns' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'UndeterminedRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'UndeterminedPattern' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'because' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AlertDetailQuery, AlertDetailQueryVariables>;
export const AlertPageDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'AlertPage' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'sort' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertSort' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'alerts' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'sort' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'sort' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AlertPageQuery, AlertPageQueryVariables>;
export const AlertShapeDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'AlertShape' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'stackBy' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertStack' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'weeks' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'alertHistogram' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'stackBy' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'stackBy' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'weeks' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'weeks' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'weekOf' } },
                { kind: 'Field', name: { kind: 'Name', value: 'stack' } },
                { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'alertFacets' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'states' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'patterns' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'departments' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'tiers' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'domains' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'assignees' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AlertShapeQuery, AlertShapeQueryVariables>;
export const AlertRaisedDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'subscription',
      name: { kind: 'Name', value: 'AlertRaised' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'AlertFilter' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'alertRaised' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alert' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<AlertRaisedSubscription, AlertRaisedSubscriptionVariables>;
export const ClinicianProfileDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'ClinicianProfile' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'id' }, value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } } },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Clinician' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'site' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'active' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'supervisor' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'exposure' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'patients' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'visits' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'messages' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'prescriptions' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'shifts' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'onCall' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'activity' },
                        arguments: [
                          { kind: 'Argument', name: { kind: 'Name', value: 'months' }, value: { kind: 'IntValue', value: '12' } },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'lane' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'points' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'month' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'events' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'peersLow' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'peersMedian' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'peersHigh' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'peers' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'dyads' },
                        arguments: [{ kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '20' } }],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'nodes' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'events' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'messages' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'findings' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'firstAt' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'lastAt' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        alias: { kind: 'Name', value: 'review' },
                        name: { kind: 'Name', value: 'alerts' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'filter' },
                            value: {
                              kind: 'ObjectValue',
                              fields: [
                                {
                                  kind: 'ObjectField',
                                  name: { kind: 'Name', value: 'routes' },
                                  value: { kind: 'ListValue', values: [{ kind: 'EnumValue', value: 'REVIEW' }] },
                                },
                              ],
                            },
                          },
                          { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '50' } },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'nodes' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        alias: { kind: 'Name', value: 'apart' },
                        name: { kind: 'Name', value: 'alerts' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'filter' },
                            value: {
                              kind: 'ObjectValue',
                              fields: [
                                {
                                  kind: 'ObjectField',
                                  name: { kind: 'Name', value: 'routes' },
                                  value: {
                                    kind: 'ListValue',
                                    values: [
                                      { kind: 'EnumValue', value: 'SUPPORT' },
                                      { kind: 'EnumValue', value: 'WELLBEING' },
                                    ],
                                  },
                                },
                              ],
                            },
                          },
                          { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '50' } },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'nodes' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'AlertRow' } }],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'undetermined' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'UndeterminedRow' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'AlertRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Alert' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'state' } },
          { kind: 'Field', name: { kind: 'Name', value: 'caseVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'outcome' } },
          { kind: 'Field', name: { kind: 'Name', value: 'pendingOutcome' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pendingBy' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'assignee' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinician' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                { kind: 'Field', name: { kind: 'Name', value: 'site' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
          { kind: 'Field', name: { kind: 'Name', value: 'department' } },
          { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
          { kind: 'Field', name: { kind: 'Name', value: 'site' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'respondBy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'overdue' } },
          { kind: 'Field', name: { kind: 'Name', value: 'snoozedUntil' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidenceCount' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'UndeterminedRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'UndeterminedPattern' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'because' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ClinicianProfileQuery, ClinicianProfileQueryVariables>;
export const ClinicianPageDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'ClinicianPage' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'ClinicianFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'clinicians' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'site' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'openAlerts' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'allAlerts' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'lastAlertAt' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ClinicianPageQuery, ClinicianPageQueryVariables>;
export const DyadSpanDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'DyadSpan' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'clinician' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'patient' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'dyad' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'clinician' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'clinician' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'patient' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'patient' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Dyad' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'clinician' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'specialty' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'site' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'firstAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'lastAt' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'findings' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'FindingRow' } }],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'stages' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Stage' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'FindingRow' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Finding' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'pattern' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'patternVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'policyVersion' } },
          { kind: 'Field', name: { kind: 'Name', value: 'band' } },
          { kind: 'Field', name: { kind: 'Name', value: 'tier' } },
          { kind: 'Field', name: { kind: 'Name', value: 'route' } },
          { kind: 'Field', name: { kind: 'Name', value: 'status' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'startedAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'lastAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'knownAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'alertId' } },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Stage' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'SlopeStage' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'stage' } },
          { kind: 'Field', name: { kind: 'Name', value: 'name' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reached' } },
          { kind: 'Field', name: { kind: 'Name', value: 'since' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'patterns' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DyadSpanQuery, DyadSpanQueryVariables>;
export const DyadTimelineDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'DyadTimeline' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'clinician' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'patient' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'from' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'to' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'dyad' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'clinician' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'clinician' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'patient' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'patient' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Dyad' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'timeline' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'from' },
                            value: { kind: 'Variable', name: { kind: 'Name', value: 'from' } },
                          },
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'to' },
                            value: { kind: 'Variable', name: { kind: 'Name', value: 'to' } },
                          },
                          { kind: 'Argument', name: { kind: 'Name', value: 'first' }, value: { kind: 'IntValue', value: '1000' } },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'nodes' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'TimelineEntry' } }],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'shifts' },
                        arguments: [
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'from' },
                            value: { kind: 'Variable', name: { kind: 'Name', value: 'from' } },
                          },
                          {
                            kind: 'Argument',
                            name: { kind: 'Name', value: 'to' },
                            value: { kind: 'Variable', name: { kind: 'Name', value: 'to' } },
                          },
                        ],
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'ShiftSpan' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'TimelineEntry' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'TimelineEvent' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'id' } },
          { kind: 'Field', name: { kind: 'Name', value: 'lane' } },
          { kind: 'Field', name: { kind: 'Name', value: 'type' } },
          { kind: 'Field', name: { kind: 'Name', value: 'label' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'occurredAt' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
              ],
            },
          },
          { kind: 'Field', name: { kind: 'Name', value: 'recordedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'ingestedAt' } },
          { kind: 'Field', name: { kind: 'Name', value: 'source' } },
          { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
          { kind: 'Field', name: { kind: 'Name', value: 'evidence' } },
          { kind: 'Field', name: { kind: 'Name', value: 'late' } },
          { kind: 'Field', name: { kind: 'Name', value: 'amended' } },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'details' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'value' } },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'ShiftSpan' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'Shift' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
          { kind: 'Field', name: { kind: 'Name', value: 'from' } },
          { kind: 'Field', name: { kind: 'Name', value: 'to' } },
          { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DyadTimelineQuery, DyadTimelineQueryVariables>;
export const GiftPageDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'GiftPage' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'GiftFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'gifts' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'clinician' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'donor' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'donorKind' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'patient' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'kind' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'acceptance' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'value' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'minor' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'currency' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'valueAsPrinted' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'runningTotal' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'minor' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'currency' } },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'occurredAt' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'declaredOn' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'recordedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'versions' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'source' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<GiftPageQuery, GiftPageQueryVariables>;
export const OverviewDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Overview' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'weeks' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'overview' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'weeks' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'weeks' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'needsAPerson' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'new' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'gotWorse' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'pastResponseTime' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'unassigned' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'mine' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'support' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'alertsByWeek' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'weekOf' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'counts' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'policyChanges' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'policy' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'version' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'departments' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'clinicians' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'per100' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peersLow' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peersHigh' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'suppressed' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'notEvaluable' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'pattern' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'because' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'department' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'site' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'clinicians' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'since' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'patternFigures' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'pattern' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'route' } },
                          ],
                        },
                      },
                      { kind: 'Field', name: { kind: 'Name', value: 'alerts' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'resolved' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'leadTimeDays' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'leadTimeAlerts' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'hoursToFirstReview' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'confirmedShare' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'explainedShare' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'dataErrorShare' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'freshness' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'eventsUntil' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'ingestedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'silentSources' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<OverviewQuery, OverviewQueryVariables>;
export const PrescribingDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Prescribing' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'clinician' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'department' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'specialty' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'months' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'DateTime' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'prescribing' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'clinician' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'clinician' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'department' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'department' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'specialty' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'specialty' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'months' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'months' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'asOf' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'asOf' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'points' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'month' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'ordered' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'orderedControlled' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'dispensed' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'dispensedControlled' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'refillsControlled' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'visits' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peersLow' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peersMedian' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peersHigh' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peers95' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'peers' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<PrescribingQuery, PrescribingQueryVariables>;
export const DepartmentNamesDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'DepartmentNames' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'overview' },
            arguments: [{ kind: 'Argument', name: { kind: 'Name', value: 'weeks' }, value: { kind: 'IntValue', value: '1' } }],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'departments' },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'department' } }] },
                },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<DepartmentNamesQuery, DepartmentNamesQueryVariables>;
export const SourcesDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Sources' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'sources' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'source' } },
                { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                { kind: 'Field', name: { kind: 'Name', value: 'because' } },
                { kind: 'Field', name: { kind: 'Name', value: 'events' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'lastEventAt' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'lastIngestedAt' } },
                { kind: 'Field', name: { kind: 'Name', value: 'lagSeconds' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'perDay' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'day' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'events' } },
                    ],
                  },
                },
                { kind: 'Field', name: { kind: 'Name', value: 'quarantined' } },
                { kind: 'Field', name: { kind: 'Name', value: 'quarantinedShare' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zones' } },
                { kind: 'Field', name: { kind: 'Name', value: 'futureDated' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SourcesQuery, SourcesQueryVariables>;
export const QuarantinePageDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'QuarantinePage' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'QuarantineFilter' } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'Int' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'quarantine' },
            arguments: [
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'filter' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'filter' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'first' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'first' } },
              },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'after' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'after' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'totalCount' } },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'pageInfo' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'hasNextPage' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'endCursor' } },
                    ],
                  },
                },
                {
                  kind: 'Field',
                  name: { kind: 'Name', value: 'nodes' },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'source' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'format' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'receivedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'replayedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'place' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'problems' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'InputProblem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'place' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<QuarantinePageQuery, QuarantinePageQueryVariables>;
export const QuarantinedOriginalDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'QuarantinedOriginal' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'quarantinedRecord' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'id' }, value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } } },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'QuarantinedRecord' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'source' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'format' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'receivedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'replayedAt' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'place' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'original' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'originalBytes' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'originalTruncated' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'problems' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'InputProblem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'place' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<QuarantinedOriginalQuery, QuarantinedOriginalQueryVariables>;
export const ReplayPreviewDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'ReplayPreview' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'mended' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'quarantinePreview' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'id' }, value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } } },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'mended' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'mended' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'QuarantinePreview' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'events' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'type' } },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'occurredAt' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'at' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'precision' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
                                ],
                              },
                            },
                            {
                              kind: 'Field',
                              name: { kind: 'Name', value: 'details' },
                              selectionSet: {
                                kind: 'SelectionSet',
                                selections: [
                                  { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                                  { kind: 'Field', name: { kind: 'Name', value: 'value' } },
                                ],
                              },
                            },
                          ],
                        },
                      },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'problems' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } }],
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'InputProblem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'place' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReplayPreviewQuery, ReplayPreviewQueryVariables>;
export const ReplayDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'mutation',
      name: { kind: 'Name', value: 'Replay' },
      variableDefinitions: [
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'id' } },
          type: { kind: 'NonNullType', type: { kind: 'NamedType', name: { kind: 'Name', value: 'ID' } } },
        },
        {
          kind: 'VariableDefinition',
          variable: { kind: 'Variable', name: { kind: 'Name', value: 'mended' } },
          type: { kind: 'NamedType', name: { kind: 'Name', value: 'String' } },
        },
      ],
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'replayQuarantined' },
            arguments: [
              { kind: 'Argument', name: { kind: 'Name', value: 'id' }, value: { kind: 'Variable', name: { kind: 'Name', value: 'id' } } },
              {
                kind: 'Argument',
                name: { kind: 'Name', value: 'mended' },
                value: { kind: 'Variable', name: { kind: 'Name', value: 'mended' } },
              },
            ],
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: '__typename' } },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'QuarantineReplayed' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'events' } },
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'record' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [
                            { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'state' } },
                            { kind: 'Field', name: { kind: 'Name', value: 'replayedAt' } },
                          ],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'StillRefused' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      {
                        kind: 'Field',
                        name: { kind: 'Name', value: 'problems' },
                        selectionSet: {
                          kind: 'SelectionSet',
                          selections: [{ kind: 'FragmentSpread', name: { kind: 'Name', value: 'Problem' } }],
                        },
                      },
                    ],
                  },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotFound' } },
                  selectionSet: { kind: 'SelectionSet', selections: [{ kind: 'Field', name: { kind: 'Name', value: 'message' } }] },
                },
                {
                  kind: 'InlineFragment',
                  typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'NotPermitted' } },
                  selectionSet: {
                    kind: 'SelectionSet',
                    selections: [
                      { kind: 'Field', name: { kind: 'Name', value: 'message' } },
                      { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
                    ],
                  },
                },
              ],
            },
          },
        ],
      },
    },
    {
      kind: 'FragmentDefinition',
      name: { kind: 'Name', value: 'Problem' },
      typeCondition: { kind: 'NamedType', name: { kind: 'Name', value: 'InputProblem' } },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          { kind: 'Field', name: { kind: 'Name', value: 'code' } },
          { kind: 'Field', name: { kind: 'Name', value: 'reason' } },
          { kind: 'Field', name: { kind: 'Name', value: 'remedy' } },
          { kind: 'Field', name: { kind: 'Name', value: 'place' } },
        ],
      },
    },
  ],
} as unknown as DocumentNode<ReplayMutation, ReplayMutationVariables>;
export const SessionDocument = {
  kind: 'Document',
  definitions: [
    {
      kind: 'OperationDefinition',
      operation: 'query',
      name: { kind: 'Name', value: 'Session' },
      selectionSet: {
        kind: 'SelectionSet',
        selections: [
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'viewer' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'roles' } },
                { kind: 'Field', name: { kind: 'Name', value: 'permissions' } },
                { kind: 'Field', name: { kind: 'Name', value: 'departments' } },
                { kind: 'Field', name: { kind: 'Name', value: 'sessionEndsAt' } },
                { kind: 'Field', name: { kind: 'Name', value: 'now' } },
                { kind: 'Field', name: { kind: 'Name', value: 'zone' } },
                { kind: 'Field', name: { kind: 'Name', value: 'demonstration' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'people' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'name' } },
                { kind: 'Field', name: { kind: 'Name', value: 'roles' } },
              ],
            },
          },
          {
            kind: 'Field',
            name: { kind: 'Name', value: 'patterns' },
            selectionSet: {
              kind: 'SelectionSet',
              selections: [
                { kind: 'Field', name: { kind: 'Name', value: 'id' } },
                { kind: 'Field', name: { kind: 'Name', value: 'title' } },
                { kind: 'Field', name: { kind: 'Name', value: 'question' } },
                { kind: 'Field', name: { kind: 'Name', value: 'domain' } },
                { kind: 'Field', name: { kind: 'Name', value: 'route' } },
              ],
            },
          },
        ],
      },
    },
  ],
} as unknown as DocumentNode<SessionQuery, SessionQueryVariables>;
