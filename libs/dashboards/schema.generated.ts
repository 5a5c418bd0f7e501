// Generated from libs/dashboards/*/*.graphql; change those and run the generator.
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant in RFC 3339 with its offset, such as `2026-03-03T22:41:00.000Z`. */
  DateTime: { input: string; output: string; }
  /** A date in the calendar of the zone that stands beside it, such as `2026-03-03`. */
  LocalDate: { input: string; output: string; }
  /** A whole number up to 9,007,199,254,740,991; amounts of money and counts do not always fit the 32 bits of `Int`. */
  WholeNumber: { input: number; output: number; }
};

export type AcknowledgeAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  /** The case version that the person saw. */
  readonly basedOn: Scalars['Int']['input'];
  /** Chosen by the caller; a repeat under the same id is answered like the first. */
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

export type ActivityPoint = {
  readonly events: Scalars['Int']['output'];
  /** The first day of the month. */
  readonly month: Scalars['LocalDate']['output'];
  /** How many colleagues; null below five. */
  readonly peers: Maybe<Scalars['Int']['output']>;
  readonly peersHigh: Maybe<Scalars['Float']['output']>;
  /** Quarter point, median and three-quarter point of the colleagues; null below five of them. */
  readonly peersLow: Maybe<Scalars['Float']['output']>;
  readonly peersMedian: Maybe<Scalars['Float']['output']>;
};

/** A lane's events per month beside the colleagues of the same specialty. Months are calendar months of the institution's zone. */
export type ActivitySeries = {
  readonly lane: Lane;
  readonly points: ReadonlyArray<ActivityPoint>;
};

/** A finding that the policy sent to people, and its case: a crossing to review, never a verdict. The alert's id is the case's id. */
export type Alert = {
  readonly acknowledgedAt: Maybe<Scalars['DateTime']['output']>;
  readonly assignee: Maybe<Person>;
  readonly band: Scalars['String']['output'];
  /** The version of the case; commands name it in `basedOn`. */
  readonly caseVersion: Scalars['Int']['output'];
  /** Parts that could not be judged. */
  readonly caveats: ReadonlyArray<Scalars['String']['output']>;
  readonly clinician: ClinicianReference;
  readonly comparisons: ReadonlyArray<Comparison>;
  /** What would have kept it from being raised. */
  readonly counterfactual: Scalars['String']['output'];
  readonly deliveries: ReadonlyArray<Delivery>;
  /** The department at the time of the finding. */
  readonly department: Scalars['String']['output'];
  readonly domain: Domain;
  /** The giver's pseudonym where the pattern is about one giver. */
  readonly donor: Maybe<Scalars['ID']['output']>;
  /** The events that count, by event time. */
  readonly evidence: ReadonlyArray<TimelineEvent>;
  readonly evidenceCount: Scalars['Int']['output'];
  /** What people asked of the case and what became of it, oldest first; a refused command is listed too. */
  readonly history: ReadonlyArray<CaseEntry>;
  readonly id: Scalars['ID']['output'];
  /** The first moment at which the rule held on what had been recorded by then. */
  readonly knownAt: Scalars['DateTime']['output'];
  readonly lastAt: EventTime;
  /** When the platform first learned of it. */
  readonly learnedAt: Scalars['DateTime']['output'];
  /** What was looked at and not counted. */
  readonly leftOut: ReadonlyArray<LeftOut>;
  /** Other findings about the clinician with this patient (or, without a patient, about the clinician). */
  readonly otherFindings: ReadonlyArray<Finding>;
  readonly outcome: Maybe<CaseOutcome>;
  readonly overdue: Scalars['Boolean']['output'];
  /** The patient's pseudonym where the pattern is about one patient. */
  readonly patient: Maybe<Scalars['ID']['output']>;
  readonly pattern: Pattern;
  readonly patternVersion: Scalars['Int']['output'];
  /** Who asked for it, and so cannot confirm it. */
  readonly pendingBy: Maybe<Person>;
  /** The outcome that waits for a second person's confirmation. */
  readonly pendingOutcome: Maybe<CaseOutcome>;
  readonly playbook: Maybe<Playbook>;
  readonly policy: Scalars['String']['output'];
  readonly policyVersion: Scalars['Int']['output'];
  /** What in the surroundings speaks for the clinician; empty on the routes of support and wellbeing, where nothing speaks against anybody. */
  readonly protectiveFactors: ReadonlyArray<ProtectiveFactor>;
  /** Why it was raised, in full sentences. */
  readonly reason: Scalars['String']['output'];
  readonly respondBy: Maybe<Scalars['DateTime']['output']>;
  /** How the finding came to be what it is: raised, revised, withdrawn. */
  readonly revisions: ReadonlyArray<FindingRevision>;
  readonly route: Route;
  /** Shifts and on-call times of the clinician over the same days. */
  readonly shifts: ReadonlyArray<Shift>;
  readonly site: Scalars['String']['output'];
  readonly snoozedUntil: Maybe<Scalars['DateTime']['output']>;
  readonly specialty: Scalars['String']['output'];
  /** The five stages of the slope for this dyad; empty where the alert is about no one patient. */
  readonly stages: ReadonlyArray<SlopeStage>;
  /** The event time at which the rule first held. */
  readonly startedAt: EventTime;
  readonly state: AlertState;
  /**
   * All events of the clinician with this patient (or giver) from 90 days before the first that counts to 30 days after the last, by
   * event time, evidence marked; at most 1,000, the nearest to the alert's start first kept.
   */
  readonly surroundings: ReadonlyArray<TimelineEvent>;
  readonly tier: Tier;
  /** What cannot be judged about this clinician. */
  readonly undetermined: ReadonlyArray<UndeterminedPattern>;
};

/** The command was accepted; the alert as it is now. */
export type AlertChanged = {
  readonly alert: Alert;
};

export type AlertConnection = {
  readonly edges: ReadonlyArray<AlertEdge>;
  readonly nodes: ReadonlyArray<Alert>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AlertEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Alert;
};

export type AlertFacets = {
  readonly assignees: ReadonlyArray<Facet>;
  readonly departments: ReadonlyArray<Facet>;
  readonly domains: ReadonlyArray<Facet>;
  readonly patterns: ReadonlyArray<Facet>;
  readonly states: ReadonlyArray<Facet>;
  readonly tiers: ReadonlyArray<Facet>;
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

export type AlertHistogramBar = {
  readonly alerts: Scalars['Int']['output'];
  /** The value of what the bars are stacked by: a pattern's id, a department's name, or an enum value. */
  readonly stack: Scalars['String']['output'];
  readonly weekOf: Scalars['LocalDate']['output'];
};

/** What became of an alert just now. */
export type AlertRaised = {
  readonly alert: Alert;
  readonly kind: AlertRaisedKind;
};

export type AlertRaisedKind =
  | 'got-worse'
  | 'new';

export type AlertResult = Alert | NotFound;

export type AlertSort = {
  readonly direction?: SortDirection;
  readonly field: AlertSortField;
};

export type AlertSortField =
  | 'department'
  | 'evidence-count'
  | 'known-at'
  | 'last-at'
  | 'pattern'
  | 'respond-by'
  | 'started-at'
  | 'tier'
  /** What waits longest for a person first: overdue, then new and got worse, then by tier. */
  | 'urgency';

export type AlertStack =
  | 'department'
  | 'domain'
  | 'pattern'
  | 'state'
  | 'tier';

export type AlertState =
  | 'acknowledged'
  | 'got-worse'
  | 'in-work'
  | 'new'
  | 'resolved'
  | 'snoozed'
  | 'withdrawn';

/** Alerts by the week in which they became known; a week starts on Monday in the institution's zone. */
export type AlertWeek = {
  readonly counts: ReadonlyArray<DomainCount>;
  readonly weekOf: Scalars['LocalDate']['output'];
};

export type AssignAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  /** A person's id. */
  readonly assignee: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

export type CaseCommandResult = AlertChanged | CaseConflict | CommandPending | CommandRefused | NotFound | NotPermitted;

/** Somebody else's command came first. Look at the alert as it is now and decide again. */
export type CaseConflict = {
  readonly alert: Alert;
  readonly message: Scalars['String']['output'];
  /** The version that the case has now. */
  readonly version: Scalars['Int']['output'];
};

/** One thing that happened to a case, or that a person asked of it. */
export type CaseEntry = {
  readonly accepted: Scalars['Boolean']['output'];
  /** Null where the facts did it. */
  readonly actor: Maybe<Person>;
  readonly assignee: Maybe<Person>;
  readonly at: Scalars['DateTime']['output'];
  /** Why it was refused. */
  readonly conflict: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: CaseEntryKind;
  readonly outcome: Maybe<CaseOutcome>;
  /** The comment, rationale or response, where there is one. */
  readonly text: Maybe<Scalars['String']['output']>;
  readonly until: Maybe<Scalars['DateTime']['output']>;
  /** The version that the case had after it; for a refused command the version that it stayed at. */
  readonly version: Scalars['Int']['output'];
};

/** What happened to a case. The last five are done by the facts and not by a person. */
export type CaseEntryKind =
  | 'acknowledge'
  | 'assign'
  | 'comment'
  | 'confirm'
  | 'got-worse'
  | 'raised'
  | 'record-response'
  | 'reinstated'
  | 'reopen'
  | 'resolve'
  | 'snooze'
  | 'snooze-ended'
  | 'withdrawn';

export type CaseOutcome =
  | 'awareness'
  | 'data-error'
  | 'explained'
  | 'guided-plan'
  | 'informal-conversation'
  | 'no-concern'
  | 'referred'
  | 'support-provided';

/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type Clinician = {
  readonly active: Scalars['Boolean']['output'];
  /** Own past against peers, one small chart per lane. */
  readonly activity: ReadonlyArray<ActivitySeries>;
  readonly alerts: AlertConnection;
  readonly department: Scalars['String']['output'];
  /** Dyads, those with findings first, then the busiest. `first` is at most 1,000. */
  readonly dyads: DyadConnection;
  readonly exposure: Exposure;
  /** Findings, newest first; `route` defaults to review. */
  readonly findings: FindingConnection;
  readonly id: Scalars['ID']['output'];
  readonly prescribing: PrescribingTrend;
  readonly site: Scalars['String']['output'];
  readonly specialty: Scalars['String']['output'];
  /** The pseudonym of the supervisor. */
  readonly supervisor: Maybe<Scalars['ID']['output']>;
  /** Events of the clinician, newest first. */
  readonly timeline: TimelineConnection;
  readonly undetermined: ReadonlyArray<UndeterminedPattern>;
  readonly zone: Scalars['String']['output'];
};


/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type ClinicianActivityArgs = {
  months?: InputMaybe<Scalars['Int']['input']>;
};


/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type ClinicianAlertsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type ClinicianDyadsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type ClinicianFindingsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  route?: InputMaybe<Route>;
};


/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type ClinicianPrescribingArgs = {
  months?: InputMaybe<Scalars['Int']['input']>;
};


/** A clinician by pseudonym. Support and wellbeing stand apart and are never added to the rest. */
export type ClinicianTimelineArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: InputMaybe<Scalars['DateTime']['input']>;
  lanes: InputMaybe<ReadonlyArray<Lane>>;
  to: InputMaybe<Scalars['DateTime']['input']>;
};

export type ClinicianConnection = {
  readonly edges: ReadonlyArray<ClinicianEdge>;
  readonly nodes: ReadonlyArray<ClinicianRow>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ClinicianEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: ClinicianRow;
};

export type ClinicianFilter = {
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A pseudonym, or how one begins. */
  readonly search?: InputMaybe<Scalars['String']['input']>;
  readonly specialties?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly withOpenAlerts?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A clinician in a row: the pseudonym, and where he or she worked at the time of what the row is about. */
export type ClinicianReference = {
  readonly department: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly site: Scalars['String']['output'];
  readonly specialty: Scalars['String']['output'];
};

export type ClinicianResult = Clinician | NotFound;

export type ClinicianRow = {
  /** All alerts on the route of review, withdrawn ones not counted. */
  readonly allAlerts: Scalars['Int']['output'];
  readonly department: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  readonly lastAlertAt: Maybe<Scalars['DateTime']['output']>;
  /** Open alerts on the route of review. */
  readonly openAlerts: Scalars['Int']['output'];
  readonly site: Scalars['String']['output'];
  readonly specialty: Scalars['String']['output'];
};

/** Somebody to whom cases can be given. */
export type Colleague = {
  /** Those whose cases can be given to the person; null means all. */
  readonly departments: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Role>;
};

/** The command is durable but not decided yet; ask again under the same command id. */
export type CommandPending = {
  readonly commandId: Scalars['ID']['output'];
  readonly message: Scalars['String']['output'];
};

/** The case is in a state in which this cannot be done, or a value is not allowed. */
export type CommandRefused = {
  readonly code: Scalars['String']['output'];
  readonly message: Scalars['String']['output'];
  readonly remedy: Scalars['String']['output'];
};

export type CommentOnAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** At most 2,000 characters. */
  readonly comment: Scalars['String']['input'];
};

export type ComparedAgainst =
  | 'own-past'
  | 'peers'
  | 'threshold';

/** A value and what it was compared with, in the unit of the pattern's measure. */
export type Comparison = {
  readonly against: ComparedAgainst;
  /** In words, such as `psychiatry at Lakeside`. */
  readonly among: Maybe<Scalars['String']['output']>;
  readonly limit: Scalars['Float']['output'];
  /** How many colleagues stand behind a peer limit. */
  readonly peers: Maybe<Scalars['Int']['output']>;
  readonly value: Scalars['Float']['output'];
};

export type ConfirmResolutionInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
};

export type DayCount = {
  readonly day: Scalars['LocalDate']['output'];
  readonly events: Scalars['Int']['output'];
};

/** Nothing was made of these events. Their bytes stay in the log, and all are folded anew by the release that mends it. */
export type DeadLetterKind = {
  /** Stable, documented code. */
  readonly code: Scalars['String']['output'];
  readonly events: Scalars['WholeNumber']['output'];
  /** When the newest was taken in. Null where that could not be read. */
  readonly ingestedAt: Maybe<Scalars['DateTime']['output']>;
  /** Where in the log the newest of them stands. */
  readonly partition: Scalars['Int']['output'];
  readonly position: Scalars['WholeNumber']['output'];
  /** Never quotes what an event says about people. */
  readonly reason: Scalars['String']['output'];
  readonly remedy: Scalars['String']['output'];
  /** Null where the bytes could not be read as an event. */
  readonly source: Maybe<Scalars['String']['output']>;
  /** Null where the bytes could not be read as an event. */
  readonly type: Maybe<Scalars['String']['output']>;
};

export type DeadLetters = {
  readonly kinds: ReadonlyArray<DeadLetterKind>;
  /** All of them, whether their row is shown or not. One that stands in every partition counts in each. */
  readonly totalCount: Scalars['WholeNumber']['output'];
};

export type Delivery = {
  readonly at: Scalars['DateTime']['output'];
  readonly attempt: Scalars['Int']['output'];
  /** The same for all attempts at one notification. */
  readonly notification: Scalars['ID']['output'];
  readonly outcome: Scalars['String']['output'];
  readonly problem: Maybe<Scalars['String']['output']>;
  readonly route: Scalars['String']['output'];
  readonly transport: Scalars['String']['output'];
};

/** Alerts known in the last 90 days per 100 clinicians of a department. Figures over fewer than five clinicians are withheld. */
export type DepartmentRate = {
  readonly alerts: Maybe<Scalars['Int']['output']>;
  readonly clinicians: Maybe<Scalars['Int']['output']>;
  readonly department: Scalars['String']['output'];
  readonly peersHigh: Maybe<Scalars['Float']['output']>;
  /** Quarter and three-quarter point of all departments with five or more clinicians; null below four such departments. */
  readonly peersLow: Maybe<Scalars['Float']['output']>;
  readonly per100: Maybe<Scalars['Float']['output']>;
  /** The figures of this department are withheld because so few people could be recognised in them. */
  readonly suppressed: Scalars['Boolean']['output'];
};

/** The six domains of the boundary flow, and prescribing. */
export type Domain =
  | 'communication'
  | 'money'
  | 'place'
  | 'prescribing'
  | 'privacy'
  | 'roles'
  | 'time';

export type DomainCount = {
  readonly alerts: Scalars['Int']['output'];
  readonly domain: Domain;
};

export type Dyad = {
  readonly clinician: ClinicianReference;
  readonly findings: ReadonlyArray<Finding>;
  /** First and last event time of the dyad. */
  readonly firstAt: Scalars['DateTime']['output'];
  readonly lastAt: Scalars['DateTime']['output'];
  readonly patient: Scalars['ID']['output'];
  /** Shifts and on-call times of the clinician, to be shaded; at most 366 days. */
  readonly shifts: ReadonlyArray<Shift>;
  readonly stages: ReadonlyArray<SlopeStage>;
  /** Events by event time, oldest first. `first` is at most 1,000. */
  readonly timeline: TimelineConnection;
};


export type DyadShiftsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};


export type DyadTimelineArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: InputMaybe<Scalars['DateTime']['input']>;
  lanes: InputMaybe<ReadonlyArray<Lane>>;
  to: InputMaybe<Scalars['DateTime']['input']>;
};

export type DyadConnection = {
  readonly edges: ReadonlyArray<DyadEdge>;
  readonly nodes: ReadonlyArray<DyadRow>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DyadEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: DyadRow;
};

export type DyadResult = Dyad | NotFound;

export type DyadRow = {
  readonly events: Scalars['Int']['output'];
  /** Findings on the route of review that stand. */
  readonly findings: Scalars['Int']['output'];
  readonly firstAt: Scalars['DateTime']['output'];
  readonly lastAt: Scalars['DateTime']['output'];
  readonly messages: Scalars['Int']['output'];
  readonly patient: Scalars['ID']['output'];
};

export type EventDetail = {
  readonly name: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

/** When something happened, as its source knew it. */
export type EventTime = {
  readonly at: Scalars['DateTime']['output'];
  readonly precision: Precision;
  /** IANA zone of the source, such as `Europe/London`. */
  readonly zone: Scalars['String']['output'];
};

/** What stands behind the figures, over the last 90 days. */
export type Exposure = {
  readonly messages: Scalars['Int']['output'];
  readonly onCall: Scalars['Int']['output'];
  readonly patients: Scalars['Int']['output'];
  readonly prescriptions: Scalars['Int']['output'];
  readonly shifts: Scalars['Int']['output'];
  readonly visits: Scalars['Int']['output'];
};

export type Facet = {
  readonly alerts: Scalars['Int']['output'];
  readonly value: Scalars['String']['output'];
};

/** A finding of a pattern, whether or not the policy made an alert of it. */
export type Finding = {
  /** The alert that the policy made of it, if it did. */
  readonly alertId: Maybe<Scalars['ID']['output']>;
  readonly band: Scalars['String']['output'];
  readonly donor: Maybe<Scalars['ID']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly knownAt: Scalars['DateTime']['output'];
  readonly lastAt: EventTime;
  readonly patient: Maybe<Scalars['ID']['output']>;
  readonly pattern: Pattern;
  readonly patternVersion: Scalars['Int']['output'];
  readonly policyVersion: Scalars['Int']['output'];
  readonly reason: Scalars['String']['output'];
  readonly route: Route;
  readonly startedAt: EventTime;
  readonly status: FindingStatus;
  readonly tier: Tier;
};

export type FindingConnection = {
  readonly edges: ReadonlyArray<FindingEdge>;
  readonly nodes: ReadonlyArray<Finding>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type FindingEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Finding;
};

export type FindingRevision = {
  readonly band: Scalars['String']['output'];
  readonly evidenceCount: Scalars['Int']['output'];
  /** When what caused the revision was recorded at its source. */
  readonly knownAt: Scalars['DateTime']['output'];
  /** When the platform learned of it. */
  readonly learnedAt: Scalars['DateTime']['output'];
  readonly reason: Scalars['String']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly status: FindingStatus;
  readonly tier: Tier;
};

export type FindingStatus =
  | 'raised'
  | 'revised'
  | 'withdrawn';

/** How far the figures reach. */
export type Freshness = {
  /** The newest event time of any source, not counting times in the future. */
  readonly eventsUntil: Maybe<Scalars['DateTime']['output']>;
  /** When the platform last took in an event. */
  readonly ingestedAt: Maybe<Scalars['DateTime']['output']>;
  /** Sources that are silent for longer than is usual for them. */
  readonly silentSources: ReadonlyArray<Scalars['String']['output']>;
  /** Since when what is shown no longer follows what was taken in; null while it does. */
  readonly staleSince: Maybe<Scalars['DateTime']['output']>;
};

/** One register entry in its newest version. */
export type Gift = {
  readonly acceptance: Maybe<Scalars['String']['output']>;
  readonly clinician: ClinicianReference;
  readonly declaredOn: Maybe<Scalars['LocalDate']['output']>;
  /** The giver's pseudonym; null where a withdrawal no longer names one. */
  readonly donor: Maybe<Scalars['ID']['output']>;
  readonly donorKind: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly kind: Maybe<Scalars['String']['output']>;
  readonly occurredAt: EventTime;
  readonly patient: Maybe<Scalars['ID']['output']>;
  readonly recordedAt: Scalars['DateTime']['output'];
  /** What this giver gave this clinician in the 12 months up to this gift, accepted and in the same currency; null without an amount. */
  readonly runningTotal: Maybe<Money>;
  readonly source: Scalars['String']['output'];
  readonly state: GiftState;
  readonly value: Maybe<Money>;
  /** As the register prints it, where it prints a band instead of an amount. */
  readonly valueAsPrinted: Maybe<Scalars['String']['output']>;
  /** How many versions of the entry there were. */
  readonly versions: Scalars['Int']['output'];
};

export type GiftConnection = {
  readonly edges: ReadonlyArray<GiftEdge>;
  readonly nodes: ReadonlyArray<Gift>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type GiftEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: Gift;
};

export type GiftFilter = {
  readonly clinician?: InputMaybe<Scalars['ID']['input']>;
  readonly departments?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** A giver's pseudonym. */
  readonly donor?: InputMaybe<Scalars['ID']['input']>;
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  readonly states?: InputMaybe<ReadonlyArray<GiftState>>;
  readonly to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type GiftState =
  | 'corrected'
  | 'declared'
  | 'offered'
  | 'withdrawn';

export type InputProblem = {
  /** Stable, documented code. */
  readonly code: Scalars['String']['output'];
  readonly place: Maybe<Scalars['String']['output']>;
  readonly reason: Scalars['String']['output'];
  readonly remedy: Scalars['String']['output'];
};

export type Lane =
  | 'gifts'
  | 'incidents'
  | 'messages'
  | 'notes'
  | 'prescriptions'
  | 'relationships'
  | 'visits';

export type LeftOut = {
  /** Why, such as `on-call` or `urgent`. */
  readonly because: Scalars['String']['output'];
  readonly events: Scalars['Int']['output'];
};

/** An amount in the minor unit of its currency (pence, cents). Currencies are never added together. */
export type Money = {
  /** ISO 4217, such as `GBP`. */
  readonly currency: Scalars['String']['output'];
  readonly minor: Scalars['WholeNumber']['output'];
};

export type Mutation = {
  readonly acknowledgeAlert: CaseCommandResult;
  /** At most 100 at once, each decided for itself; the answers stand in the order of the inputs. */
  readonly acknowledgeAlerts: ReadonlyArray<CaseCommandResult>;
  readonly assignAlert: CaseCommandResult;
  /** At most 100 at once, each decided for itself; the answers stand in the order of the inputs. */
  readonly assignAlerts: ReadonlyArray<CaseCommandResult>;
  readonly commentOnAlert: CaseCommandResult;
  /** The second person agrees with the outcome that somebody else asked for. */
  readonly confirmResolution: CaseCommandResult;
  readonly recordResponse: CaseCommandResult;
  readonly reopenAlert: CaseCommandResult;
  /** Takes the original, or a mended text of it, through the same door as everything else. */
  readonly replayQuarantined: ReplayResult;
  /** Dismissing an alert of a high tier waits for a second person: `pendingOutcome` is set then. */
  readonly resolveAlert: CaseCommandResult;
  readonly snoozeAlert: CaseCommandResult;
};


export type MutationAcknowledgeAlertArgs = {
  input: AcknowledgeAlertInput;
};


export type MutationAcknowledgeAlertsArgs = {
  inputs: ReadonlyArray<AcknowledgeAlertInput>;
};


export type MutationAssignAlertArgs = {
  input: AssignAlertInput;
};


export type MutationAssignAlertsArgs = {
  inputs: ReadonlyArray<AssignAlertInput>;
};


export type MutationCommentOnAlertArgs = {
  input: CommentOnAlertInput;
};


export type MutationConfirmResolutionArgs = {
  input: ConfirmResolutionInput;
};


export type MutationRecordResponseArgs = {
  input: RecordResponseInput;
};


export type MutationReopenAlertArgs = {
  input: ReopenAlertInput;
};


export type MutationReplayQuarantinedArgs = {
  id: Scalars['ID']['input'];
  mended: InputMaybe<Scalars['String']['input']>;
};


export type MutationResolveAlertArgs = {
  input: ResolveAlertInput;
};


export type MutationSnoozeAlertArgs = {
  input: SnoozeAlertInput;
};

/** Alerts that wait for somebody, on the routes of review; support and wellbeing stand apart. */
export type NeedsAPerson = {
  readonly gotWorse: Scalars['Int']['output'];
  /** Assigned to the viewer and not resolved. */
  readonly mine: Scalars['Int']['output'];
  readonly new: Scalars['Int']['output'];
  readonly pastResponseTime: Scalars['Int']['output'];
  /** Waiting on the routes of support and wellbeing. */
  readonly support: Scalars['Int']['output'];
  readonly unassigned: Scalars['Int']['output'];
};

/** A population that a stream cannot speak about. */
export type NotEvaluable = {
  readonly because: Scalars['String']['output'];
  /** How many clinicians this concerns; null where they are fewer than five. */
  readonly clinicians: Maybe<Scalars['Int']['output']>;
  readonly department: Scalars['String']['output'];
  readonly pattern: Pattern;
  readonly since: Scalars['DateTime']['output'];
  readonly site: Scalars['String']['output'];
};

/** Nothing with this id that the viewer may see. Another department's record and a missing one are answered alike. */
export type NotFound = {
  readonly message: Scalars['String']['output'];
};

/** The viewer's role does not reach this. */
export type NotPermitted = {
  readonly message: Scalars['String']['output'];
  /** What would permit it, in words. */
  readonly remedy: Scalars['String']['output'];
};

export type Overview = {
  readonly alertsByWeek: ReadonlyArray<AlertWeek>;
  readonly departments: ReadonlyArray<DepartmentRate>;
  readonly freshness: Freshness;
  readonly needsAPerson: NeedsAPerson;
  /** What cannot be judged and why: silence of a source must never look like calm. */
  readonly notEvaluable: ReadonlyArray<NotEvaluable>;
  /** Per pattern over the last 90 days. */
  readonly patternFigures: ReadonlyArray<PatternFigures>;
  /** Policy versions that came into force within these weeks, to be marked on the chart. */
  readonly policyChanges: ReadonlyArray<PolicyChange>;
};

/** Relay's page information; pages go forward only. */
export type PageInfo = {
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** A risk pattern as a person reads it. */
export type Pattern = {
  readonly domain: Domain;
  readonly id: Scalars['ID']['output'];
  /** The question that the pattern answers. */
  readonly question: Scalars['String']['output'];
  readonly route: Route;
  /** The pattern in words, such as `After-hours contact with one patient`. */
  readonly title: Scalars['String']['output'];
};

/** What became of a pattern's alerts that were known in the last 90 days. Shares are of the resolved ones, 0 to 1. */
export type PatternFigures = {
  readonly alerts: Scalars['Int']['output'];
  /** Resolved with an action: conversation, awareness, guided plan or referral. */
  readonly confirmedShare: Maybe<Scalars['Float']['output']>;
  /** Resolved as a data error. */
  readonly dataErrorShare: Maybe<Scalars['Float']['output']>;
  /** Resolved as no concern or explained. */
  readonly explainedShare: Maybe<Scalars['Float']['output']>;
  /** Median hours from the platform's learning of it to the first acknowledgement. */
  readonly hoursToFirstReview: Maybe<Scalars['Float']['output']>;
  /** How many alerts the lead time rests on. */
  readonly leadTimeAlerts: Scalars['Int']['output'];
  /** Median days from an alert's being known to the first incident report about the same clinician after it; null where there was none. */
  readonly leadTimeDays: Maybe<Scalars['Float']['output']>;
  readonly pattern: Pattern;
  readonly resolved: Scalars['Int']['output'];
};

/** What the viewer's role allows; screens hide what is not listed and the platform refuses it all the same. */
export type Permission =
  | 'read-alerts'
  | 'read-quarantine'
  | 'read-sources'
  | 'replay-quarantine'
  | 'work-cases';

/** A person who works with the platform, never a clinician under review. */
export type Person = {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly roles: ReadonlyArray<Role>;
};

/** What the policy recommends, as versioned steps. */
export type Playbook = {
  readonly id: Scalars['ID']['output'];
  readonly steps: ReadonlyArray<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
};

export type PolicyChange = {
  readonly at: Scalars['DateTime']['output'];
  readonly policy: Scalars['String']['output'];
  readonly version: Scalars['Int']['output'];
};

/** How exactly a time is known. `DAY`: only the date; never draw it at midnight. */
export type Precision =
  | 'day'
  | 'millisecond'
  | 'minute'
  | 'second';

export type PrescribingPoint = {
  readonly dispensed: Scalars['Int']['output'];
  readonly dispensedControlled: Scalars['Int']['output'];
  /** The first day of the month. */
  readonly month: Scalars['LocalDate']['output'];
  readonly ordered: Scalars['Int']['output'];
  readonly orderedControlled: Scalars['Int']['output'];
  readonly peers: Maybe<Scalars['Int']['output']>;
  readonly peers95: Maybe<Scalars['Float']['output']>;
  readonly peersHigh: Maybe<Scalars['Float']['output']>;
  /**
   * Quarter point, median, three-quarter and 95 per cent point of controlled dispenses per colleague of the specialty; null below five
   * colleagues and where neither a clinician nor a specialty is asked for.
   */
  readonly peersLow: Maybe<Scalars['Float']['output']>;
  readonly peersMedian: Maybe<Scalars['Float']['output']>;
  /** Dispenses of a controlled substance that are refills. */
  readonly refillsControlled: Scalars['Int']['output'];
  readonly visits: Scalars['Int']['output'];
};

export type PrescribingTrend = {
  /** Calendar months of the institution's zone, oldest first. */
  readonly points: ReadonlyArray<PrescribingPoint>;
};

export type PreviewedEvent = {
  readonly details: ReadonlyArray<EventDetail>;
  readonly occurredAt: EventTime;
  readonly type: Scalars['String']['output'];
};

export type ProtectiveFactor = {
  readonly events: Scalars['Int']['output'];
  readonly kind: ProtectiveKind;
};

/** What the catalogue of patterns counts in a clinician's favour. It lowers urgency and never deletes an alert. */
export type ProtectiveKind =
  | 'care-transferred'
  | 'dual-role-declared'
  | 'exception-granted'
  | 'gift-declined'
  /** An event that the finding counts, with a note of the same day. */
  | 'noted-same-day'
  | 'rationale-recorded'
  /** A message that sends to an approved channel. */
  | 'redirect';

export type QuarantineConnection = {
  readonly edges: ReadonlyArray<QuarantineEdge>;
  readonly nodes: ReadonlyArray<QuarantinedRecord>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type QuarantineEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: QuarantinedRecord;
};

export type QuarantineFilter = {
  /** Problem codes, such as `event.unknown-type`. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly sources?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly states?: InputMaybe<ReadonlyArray<QuarantineState>>;
};

/** What the record would become. */
export type QuarantinePreview = {
  /** Types and times of the events, such as `messaging.message-sent`. */
  readonly events: ReadonlyArray<PreviewedEvent>;
  readonly problems: ReadonlyArray<InputProblem>;
};

export type QuarantinePreviewResult = NotFound | QuarantinePreview;

/** The record was taken in. */
export type QuarantineReplayed = {
  readonly events: Scalars['Int']['output'];
  readonly record: QuarantinedRecord;
};

export type QuarantineState =
  | 'dismissed'
  | 'replayed'
  | 'waiting';

export type QuarantinedRecord = {
  readonly format: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
  /**
   * The bytes as they came, in UTF-8 with replacement characters, at most 64 KB of them. It may hold what a source calls people; each
   * look is recorded.
   */
  readonly original: Maybe<Scalars['String']['output']>;
  readonly originalBytes: Scalars['Int']['output'];
  /** The text above is not the whole. */
  readonly originalTruncated: Scalars['Boolean']['output'];
  /** Where in the delivery it stood, such as `line 12`. */
  readonly place: Maybe<Scalars['String']['output']>;
  readonly problems: ReadonlyArray<InputProblem>;
  readonly receivedAt: Scalars['DateTime']['output'];
  readonly replayedAt: Maybe<Scalars['DateTime']['output']>;
  readonly source: Scalars['String']['output'];
  readonly state: QuarantineState;
};

export type QuarantinedRecordResult = NotFound | QuarantinedRecord;

export type Query = {
  /** One alert. With `asOf`: as it could be known then; `NotFound` where it was not known yet. */
  readonly alert: AlertResult;
  /** The values that the filters can take, with how many alerts each has under the filter's other conditions. */
  readonly alertFacets: AlertFacets;
  /** How many alerts became known per week, stacked. `weeks` is 1 to 104. */
  readonly alertHistogram: ReadonlyArray<AlertHistogramBar>;
  /** Alerts that the viewer may see. `first` is at most 1,000. With `asOf`: only what could be known then. */
  readonly alerts: AlertConnection;
  /** One clinician by pseudonym. With `asOf`: what could be known then. */
  readonly clinician: ClinicianResult;
  /** Clinicians that the viewer may see, those with open alerts first. `first` is at most 1,000. */
  readonly clinicians: ClinicianConnection;
  /** Events of the log that could not be folded, one row for each source, type, code and reason; the newest first. `first` is at most 1,000. */
  readonly deadLetters: DeadLetters;
  /** One clinician with one patient. With `asOf`: what could be known then. */
  readonly dyad: DyadResult;
  /** Register entries as they stand, newest first. `first` is at most 1,000. */
  readonly gifts: GiftConnection;
  /** The state of the institution within the viewer's scope. `weeks` (1 to 104) bounds the weekly counts. */
  readonly overview: Overview;
  /** The patterns that this platform evaluates, by title. */
  readonly patterns: ReadonlyArray<Pattern>;
  /** The people to whom a case can be assigned. */
  readonly people: ReadonlyArray<Colleague>;
  /** Prescribing by month within the viewer's scope, of a clinician, a department or a specialty. `months` is 1 to 60. */
  readonly prescribing: PrescribingTrend;
  /** What could not be taken in, in the order of arrival. `first` is at most 1,000. */
  readonly quarantine: QuarantineConnection;
  /** What the original, or a mended text of it, would become; nothing is stored. */
  readonly quarantinePreview: QuarantinePreviewResult;
  readonly quarantinedRecord: QuarantinedRecordResult;
  /** Every source that ever sent something, the worst first. */
  readonly sources: ReadonlyArray<SourceHealth>;
  readonly viewer: Viewer;
};


export type QueryAlertArgs = {
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryAlertFacetsArgs = {
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  filter: InputMaybe<AlertFilter>;
};


export type QueryAlertHistogramArgs = {
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  filter: InputMaybe<AlertFilter>;
  stackBy?: InputMaybe<AlertStack>;
  weeks?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryAlertsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  filter: InputMaybe<AlertFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort: InputMaybe<AlertSort>;
};


export type QueryClinicianArgs = {
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
};


export type QueryCliniciansArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<ClinicianFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDeadLettersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDyadArgs = {
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  clinician: Scalars['ID']['input'];
  patient: Scalars['ID']['input'];
};


export type QueryGiftsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  filter: InputMaybe<GiftFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOverviewArgs = {
  weeks?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPrescribingArgs = {
  asOf: InputMaybe<Scalars['DateTime']['input']>;
  clinician: InputMaybe<Scalars['ID']['input']>;
  department: InputMaybe<Scalars['String']['input']>;
  months?: InputMaybe<Scalars['Int']['input']>;
  specialty: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuarantineArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<QuarantineFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryQuarantinePreviewArgs = {
  id: Scalars['ID']['input'];
  mended: InputMaybe<Scalars['String']['input']>;
};


export type QueryQuarantinedRecordArgs = {
  id: Scalars['ID']['input'];
};

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

export type ReplayResult = NotFound | NotPermitted | QuarantineReplayed | StillRefused;

export type ResolveAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  readonly outcome: CaseOutcome;
  /** At most 2,000 characters. */
  readonly rationale: Scalars['String']['input'];
};

export type Role =
  | 'administrator'
  | 'auditor'
  | 'medical-director'
  | 'risk-manager';

/** Where a finding goes. Support and wellbeing never count against the clinician and are never mixed into the picture of risk. */
export type Route =
  | 'review'
  | 'support'
  | 'wellbeing';

export type Shift = {
  readonly from: Scalars['DateTime']['output'];
  readonly kind: ShiftKind;
  readonly to: Scalars['DateTime']['output'];
  readonly zone: Scalars['String']['output'];
};

export type ShiftKind =
  | 'on-call'
  | 'shift';

/** One of the five stages: softening, availability, personal channel, entanglement, complaint. */
export type SlopeStage = {
  readonly name: Scalars['String']['output'];
  /** The patterns that show it. */
  readonly patterns: ReadonlyArray<Pattern>;
  readonly reached: Scalars['Boolean']['output'];
  /** When it was first reached. */
  readonly since: Maybe<Scalars['DateTime']['output']>;
  /** 1 to 5. */
  readonly stage: Scalars['Int']['output'];
};

export type SnoozeAlertInput = {
  readonly alertId: Scalars['ID']['input'];
  readonly basedOn: Scalars['Int']['input'];
  readonly commandId?: InputMaybe<Scalars['ID']['input']>;
  /** Wake it then at the latest; without it only getting worse wakes it. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SortDirection =
  | 'ascending'
  | 'descending';

export type SourceHealth = {
  /** Why the state is what it is, one sentence. */
  readonly because: Scalars['String']['output'];
  readonly events: Scalars['WholeNumber']['output'];
  /** Events dated more than five minutes after they were taken in. */
  readonly futureDated: Scalars['Int']['output'];
  /**
   * Median seconds from recording at the source to arrival here, over the last seven days, of what was recorded after the platform first
   * heard of the source: imported history says nothing about a delivery. Null where nothing was delivered since.
   */
  readonly lagSeconds: Maybe<Scalars['Float']['output']>;
  /** The newest event time, not counting times in the future. */
  readonly lastEventAt: Maybe<EventTime>;
  readonly lastIngestedAt: Maybe<Scalars['DateTime']['output']>;
  /** Events taken in per day over the last 30 days with the newest last; days are of the institution's zone. */
  readonly perDay: ReadonlyArray<DayCount>;
  /** Null where the process that keeps the quarantine does not answer; the state is judged without it then. */
  readonly quarantined: Maybe<Scalars['Int']['output']>;
  /** Records in quarantine against all that arrived, 0 to 1. Null where `quarantined` is. */
  readonly quarantinedShare: Maybe<Scalars['Float']['output']>;
  readonly source: Scalars['ID']['output'];
  readonly state: SourceState;
  /** The zones that the source's times carry; more than one is worth a look. */
  readonly zones: ReadonlyArray<Scalars['String']['output']>;
};

export type SourceState =
  /** More than one in twenty records of the last seven days is in quarantine. */
  | 'failing'
  /** Events come as usual. */
  | 'flowing'
  /** Quiet for longer than is usual for this source. */
  | 'late'
  /** Quiet for more than three times the longest usual pause: what depends on it cannot be judged. */
  | 'silent';

/** The record is still refused, for these reasons. */
export type StillRefused = {
  readonly problems: ReadonlyArray<InputProblem>;
};

export type Subscription = {
  /** An alert that is new or got worse, within the viewer's scope. Ends when the viewer's session ends. */
  readonly alertRaised: AlertRaised;
};


export type SubscriptionAlertRaisedArgs = {
  filter: InputMaybe<AlertFilter>;
};

/** Tiers of response, lowest first. `TASK` asks for an action and is no step of the ladder. */
export type Tier =
  | 'awareness'
  | 'disciplinary'
  | 'guided-plan'
  | 'informal-conversation'
  | 'task';

export type TimelineConnection = {
  readonly edges: ReadonlyArray<TimelineEdge>;
  readonly nodes: ReadonlyArray<TimelineEvent>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type TimelineEdge = {
  readonly cursor: Scalars['String']['output'];
  readonly node: TimelineEvent;
};

/** An event in a lane. Only labels and codes, never the text of a message. */
export type TimelineEvent = {
  /** A later version replaced an earlier one of the same record. */
  readonly amended: Scalars['Boolean']['output'];
  readonly details: ReadonlyArray<EventDetail>;
  /** It counts in the finding that is looked at (or, in a timeline, in any finding that stands). */
  readonly evidence: Scalars['Boolean']['output'];
  /** Opaque; the same event has the same id wherever it is shown. */
  readonly id: Scalars['ID']['output'];
  /** When the platform took it in. */
  readonly ingestedAt: Scalars['DateTime']['output'];
  /** In words, such as `Message to the patient by personal text`. */
  readonly label: Scalars['String']['output'];
  readonly lane: Lane;
  /** Recorded more than a day after it happened. */
  readonly late: Scalars['Boolean']['output'];
  readonly occurredAt: EventTime;
  readonly patient: Maybe<Scalars['ID']['output']>;
  /** When the source wrote it down. */
  readonly recordedAt: Scalars['DateTime']['output'];
  readonly source: Scalars['String']['output'];
  /** The stored name, such as `messaging.message-sent`. */
  readonly type: Scalars['String']['output'];
};

export type UndeterminedPattern = {
  readonly because: Scalars['String']['output'];
  readonly patient: Maybe<Scalars['ID']['output']>;
  readonly pattern: Pattern;
  readonly since: Scalars['DateTime']['output'];
};

/** The person who is signed in. */
export type Viewer = {
  /** The sign-in is the local demonstration and not an identity provider. */
  readonly demonstration: Scalars['Boolean']['output'];
  /** The departments that the viewer may see; null means all of them. */
  readonly departments: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** The platform's time; screens count relative times from it. */
  readonly now: Scalars['DateTime']['output'];
  readonly permissions: ReadonlyArray<Permission>;
  readonly roles: ReadonlyArray<Role>;
  /** When the session ends. */
  readonly sessionEndsAt: Scalars['DateTime']['output'];
  /** The institution's zone, for times that have none of their own. */
  readonly zone: Scalars['String']['output'];
};
