import type { Permission } from '@plumbline/access';

/**
 * Who may see which field, role by role through the permissions of `libs/access`. Each field stands here by name: a specification
 * made from the schema fails until a new one has been classified, and until then nobody is shown it.
 */
const TABLE: Readonly<Record<Permission | 'anyone', Readonly<Record<string, string>>>> = {
  // Everybody who is signed in.
  anyone: {
    Query: 'patterns people viewer',
    EventDetail: 'name value',
    EventTime: 'at precision zone',
    Money: 'currency minor',
    NotFound: 'message',
    NotPermitted: 'message remedy',
    PageInfo: 'endCursor hasNextPage',
    Pattern: 'domain id question route title',
    Colleague: 'departments id name roles',
    Person: 'id name roles',
    Viewer: 'demonstration departments id name now permissions roles sessionEndsAt zone',
  },
  // How the platform and its sources are, without a person in it.
  'read-sources': {
    Query: 'overview sources',
    Overview: 'freshness',
    DayCount: 'day events',
    Freshness: 'eventsUntil ingestedAt silentSources staleSince',
    SourceHealth: 'because events futureDated lagSeconds lastEventAt lastIngestedAt perDay quarantined quarantinedShare source state zones',
  },
  // What could not be taken in, or not be folded. An original is null for those who may not mend it.
  'read-quarantine': {
    Query: 'deadLetters quarantine quarantinedRecord',
    DeadLetterKind: 'code events ingestedAt partition position reason remedy source type',
    DeadLetters: 'kinds totalCount',
    InputProblem: 'code place reason remedy',
    PreviewedEvent: 'details occurredAt type',
    QuarantineConnection: 'edges nodes pageInfo totalCount',
    QuarantineEdge: 'cursor node',
    QuarantinePreview: 'events problems',
    QuarantinedRecord: 'format id original originalBytes originalTruncated place problems receivedAt replayedAt source state',
  },
  // Mending, which shows originals and changes what is known.
  'replay-quarantine': {
    Mutation: 'replayQuarantined',
    Query: 'quarantinePreview',
    QuarantineReplayed: 'events record',
    StillRefused: 'problems',
  },
  // Acting on cases.
  'work-cases': {
    Mutation:
      'acknowledgeAlert acknowledgeAlerts assignAlert assignAlerts commentOnAlert confirmResolution recordResponse reopenAlert resolveAlert snoozeAlert',
    AlertChanged: 'alert',
    CaseConflict: 'alert message version',
    CommandPending: 'commandId message',
    CommandRefused: 'code message remedy',
  },
  // People under review, by pseudonym.
  'read-alerts': {
    Subscription: 'alertRaised',
    Query: 'alert alertFacets alertHistogram alerts clinician clinicians dyad gifts prescribing',
    ActivityPoint: 'events month peers peersHigh peersLow peersMedian',
    ActivitySeries: 'lane points',
    Alert:
      'acknowledgedAt assignee band caseVersion caveats clinician comparisons counterfactual deliveries department domain donor evidence evidenceCount history id knownAt lastAt learnedAt leftOut otherFindings outcome overdue patient pattern patternVersion pendingBy pendingOutcome playbook policy policyVersion protectiveFactors reason respondBy revisions route shifts site snoozedUntil specialty stages startedAt state surroundings tier undetermined',
    AlertConnection: 'edges nodes pageInfo totalCount',
    AlertEdge: 'cursor node',
    AlertFacets: 'assignees departments domains patterns states tiers',
    AlertHistogramBar: 'alerts stack weekOf',
    AlertRaised: 'alert kind',
    AlertWeek: 'counts weekOf',
    CaseEntry: 'accepted actor assignee at conflict id kind outcome text until version',
    Clinician:
      'active activity alerts department dyads exposure findings id prescribing site specialty supervisor timeline undetermined zone',
    ClinicianConnection: 'edges nodes pageInfo totalCount',
    ClinicianEdge: 'cursor node',
    ClinicianReference: 'department id site specialty',
    ClinicianRow: 'allAlerts department id lastAlertAt openAlerts site specialty',
    Comparison: 'against among limit peers value',
    Delivery: 'at attempt notification outcome problem route transport',
    DepartmentRate: 'alerts clinicians department peersHigh peersLow per100 suppressed',
    DomainCount: 'alerts domain',
    Dyad: 'clinician findings firstAt lastAt patient shifts stages timeline',
    DyadConnection: 'edges nodes pageInfo totalCount',
    DyadEdge: 'cursor node',
    DyadRow: 'events findings firstAt lastAt messages patient',
    Exposure: 'messages onCall patients prescriptions shifts visits',
    Facet: 'alerts value',
    Finding: 'alertId band donor id knownAt lastAt patient pattern patternVersion policyVersion reason route startedAt status tier',
    FindingConnection: 'edges nodes pageInfo totalCount',
    FindingEdge: 'cursor node',
    FindingRevision: 'band evidenceCount knownAt learnedAt reason revision status tier',
    Gift: 'acceptance clinician declaredOn donor donorKind id kind occurredAt patient recordedAt runningTotal source state value valueAsPrinted versions',
    GiftConnection: 'edges nodes pageInfo totalCount',
    GiftEdge: 'cursor node',
    LeftOut: 'because events',
    ProtectiveFactor: 'events kind',
    NeedsAPerson: 'gotWorse mine new pastResponseTime support unassigned',
    NotEvaluable: 'because clinicians department pattern since site',
    Overview: 'alertsByWeek departments needsAPerson notEvaluable patternFigures policyChanges',
    PatternFigures: 'alerts confirmedShare dataErrorShare explainedShare hoursToFirstReview leadTimeAlerts leadTimeDays pattern resolved',
    Playbook: 'id steps title',
    PolicyChange: 'at policy version',
    PrescribingPoint:
      'dispensed dispensedControlled month ordered orderedControlled peers peers95 peersHigh peersLow peersMedian refillsControlled visits',
    PrescribingTrend: 'points',
    Shift: 'from kind to zone',
    SlopeStage: 'name patterns reached since stage',
    TimelineConnection: 'edges nodes pageInfo totalCount',
    TimelineEdge: 'cursor node',
    TimelineEvent: 'amended details evidence id ingestedAt label lane late occurredAt patient recordedAt source type',
    UndeterminedPattern: 'because patient pattern since',
  },
};

export const fieldPermissions: ReadonlyMap<string, Permission | 'anyone'> = new Map(
  Object.entries(TABLE).flatMap(([permission, types]) =>
    Object.entries(types).flatMap(([type, fields]) =>
      fields.split(' ').map((field) => [`${type}.${field}`, permission as Permission | 'anyone'] as const),
    ),
  ),
);
