import type {
  AlertStack,
  AlertState,
  CaseEntryKind,
  CaseOutcome,
  Domain,
  FindingStatus,
  GiftState,
  Lane,
  Role,
  Route,
  SourceState,
  Tier,
} from '../graphql/operations.generated';

export const stateWords: Readonly<Record<AlertState, string>> = {
  NEW: 'New',
  GOT_WORSE: 'Got worse',
  ACKNOWLEDGED: 'Acknowledged',
  IN_WORK: 'In work',
  SNOOZED: 'Asleep until worse',
  RESOLVED: 'Resolved',
  WITHDRAWN: 'Withdrawn',
};

export const tierWords: Readonly<Record<Tier, string>> = {
  TASK: 'Task',
  INFORMAL_CONVERSATION: 'Informal conversation',
  AWARENESS: 'Awareness',
  GUIDED_PLAN: 'Guided plan',
  DISCIPLINARY: 'Disciplinary',
};

export const domainWords: Readonly<Record<Domain, string>> = {
  COMMUNICATION: 'Communication',
  TIME: 'Time',
  PLACE: 'Place',
  MONEY: 'Money',
  ROLES: 'Roles',
  PRIVACY: 'Privacy',
  PRESCRIBING: 'Prescribing',
};

export const routeWords: Readonly<Record<Route, string>> = { REVIEW: 'Review', SUPPORT: 'Support', WELLBEING: 'Wellbeing' };

export const outcomeWords: Readonly<Record<CaseOutcome, string>> = {
  NO_CONCERN: 'No concern',
  EXPLAINED: 'Explained',
  INFORMAL_CONVERSATION: 'Informal conversation',
  AWARENESS: 'Awareness',
  GUIDED_PLAN: 'Guided plan',
  REFERRED: 'Referred',
  SUPPORT_PROVIDED: 'Support provided',
  DATA_ERROR: 'Error in the data',
};

/** What happened to a case, as it follows the name of who did it, or stands alone where the facts did it. */
export const entryWords: Readonly<Record<CaseEntryKind, string>> = {
  ACKNOWLEDGE: 'acknowledged it',
  ASSIGN: 'assigned it',
  COMMENT: 'commented',
  RECORD_RESPONSE: 'recorded the clinician’s response',
  RESOLVE: 'resolved it',
  CONFIRM: 'agreed with the outcome',
  REOPEN: 'reopened it',
  SNOOZE: 'put it to sleep until worse',
  RAISED: 'Raised by the pattern',
  GOT_WORSE: 'Got worse',
  WITHDRAWN: 'Withdrawn: the facts no longer hold',
  REINSTATED: 'Holds again: the facts came back',
  SNOOZE_ENDED: 'Woke up',
};

export const roleWords: Readonly<Record<Role, string>> = {
  RISK_MANAGER: 'Risk manager',
  MEDICAL_DIRECTOR: 'Medical director',
  AUDITOR: 'Auditor',
  ADMINISTRATOR: 'Administrator',
};

export const laneWords: Readonly<Record<Lane, string>> = {
  MESSAGES: 'Messages',
  VISITS: 'Visits',
  PRESCRIPTIONS: 'Prescriptions',
  GIFTS: 'Gifts',
  NOTES: 'Notes',
  INCIDENTS: 'Incidents',
  RELATIONSHIPS: 'Relationships',
};

export const findingStatusWords: Readonly<Record<FindingStatus, string>> = { RAISED: 'Raised', REVISED: 'Revised', WITHDRAWN: 'Withdrawn' };

export const sourceStateWords: Readonly<Record<SourceState, string>> = {
  FLOWING: 'Flowing',
  LATE: 'Late',
  SILENT: 'Silent',
  FAILING: 'Failing',
};

export const giftStateWords: Readonly<Record<GiftState, string>> = {
  OFFERED: 'Offered',
  DECLARED: 'Declared',
  CORRECTED: 'Corrected',
  WITHDRAWN: 'Withdrawn',
};

export const stackWords: Readonly<Record<AlertStack, string>> = {
  PATTERN: 'Pattern',
  DEPARTMENT: 'Department',
  TIER: 'Tier',
  DOMAIN: 'Domain',
  STATE: 'State',
};

/** `guided-plan` → `GUIDED_PLAN`: figures name a value as it is stored, filters as the schema does. */
export function enumValue<Value extends string>(words: Readonly<Record<Value, string>>, stored: string): Value | undefined {
  const name = stored.toUpperCase().replaceAll('-', '_');
  return Object.hasOwn(words, name) ? (name as Value) : undefined;
}

/** `personal-text` → `personal text`: a stored code as a person reads it. */
export function codeWords(code: string): string {
  return code.replaceAll('-', ' ').replaceAll('_', ' ');
}

/** `family medicine` → `Family medicine`. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `1 alert`, `1,204 alerts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${wholeNumber(count)} ${count === 1 ? one : many}`;
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const thousandth = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** `12,402` */
export function wholeNumber(value: number): string {
  return whole.format(value);
}

/** `3.5`, and `3` rather than `3.0`. */
export function measured(value: number): string {
  return tenth.format(value);
}

/** `5.7` for 5.75, as the sentences say it: what lies above a limit also lies above what is shown of it. */
export function peerLimit(value: number): string {
  return tenth.format(Math.floor(value * 10) / 10);
}

/** `5.75` beside a sentence that says so: what was compared is told as it is. */
export function compared(value: number): string {
  return thousandth.format(value);
}

/** `8.2%` of a share between 0 and 1, and `under 0.1%` of one that rounding would turn into nothing. */
export function percent(value: number): string {
  return value > 0 && value < 0.000_5 ? `under ${share.format(0.001)}` : share.format(value);
}

/** `£45.50` of an amount in the minor unit of its currency. */
export function moneyWords(money: { readonly minor: number; readonly currency: string }): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency: money.currency });
  return format.format(money.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
