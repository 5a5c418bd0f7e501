import type { Domain, Route, SettingValue, Tier } from '@plumbline/pattern-kit';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The ladder of responses, lowest first. `task` stands before it: it asks for an action and judges nobody. */
export const TIERS: readonly Tier[] = ['task', 'informal-conversation', 'awareness', 'guided-plan', 'disciplinary'];
export const DOMAINS: readonly Domain[] = ['communication', 'time', 'place', 'money', 'roles', 'privacy', 'prescribing'];
export const ROUTES: readonly Route[] = ['review', 'support', 'wellbeing'];
export const TRANSPORTS = ['e-mail', 'webhook'] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** A stretch of the local day, `08:00-18:00`; the end is exclusive and may be `24:00`. */
export type HoursText = string;

export interface NamedDate {
  /** A local calendar date, `2026-12-28`. */
  readonly date: string;
  readonly name: string;
}

/**
 * Which days are holidays. `dates` is what counts: it is written when the policy is activated, from the calendar of the country,
 * so that a newer version of that calendar never changes what a fold of old events finds.
 */
export interface HolidayCalendar {
  /** ISO 3166-1 country, such as `GB`; absent where only `extra` counts. */
  readonly country?: string;
  /** ISO 3166-2 part without the country, such as `ENG`. */
  readonly region?: string;
  /** The years that are resolved; outside them no day is a holiday. */
  readonly years: { readonly from: number; readonly to: number };
  readonly extra?: readonly NamedDate[];
  /** Dates of the country's calendar on which this institution works. */
  readonly except?: readonly string[];
  readonly dates?: readonly NamedDate[];
}

export interface Institution {
  /** IANA zone in which hours and holidays are read. */
  readonly zone: string;
  /** ISO 4217; amounts in other currencies are never added to it. */
  readonly currency: string;
  readonly hours: Readonly<Record<Weekday, readonly HoursText[]>>;
  readonly holidays: HolidayCalendar;
}

export interface ChannelRule {
  readonly approved: boolean;
  /** Risk weight from 0 to 100, as the source prints it; patterns see it divided by 100. */
  readonly weight: number;
}

export interface PatternRule {
  readonly enabled: boolean;
  /** Settings that differ from the pattern's defaults. Numbers stand in the unit that the pattern declares, with at most three decimals. */
  readonly settings?: Readonly<Record<string, SettingValue>>;
  /** The intensity from which on a finding belongs to a tier, in the unit of the pattern's bands. */
  readonly tiers?: Readonly<Partial<Record<Tier, number>>>;
}

/** Who is told. `department` is `own` (that of the clinician concerned), `any`, or a department's code. */
export interface RecipientSelector {
  readonly role: string;
  readonly department: string;
}

/** Where a role is reached. The address is an office's, never a patient's; `secret` names a secret of the configuration. */
export interface Recipient {
  readonly role: string;
  /** Absent: every department. */
  readonly department?: string;
  /** IANA zone in which its quiet hours are read; absent: the institution's. */
  readonly zone?: string;
  readonly emails?: readonly string[];
  readonly webhooks?: readonly { readonly url: string; readonly secret: string }[];
}

export interface QuietHours {
  /** Local times of the institution, may pass midnight. */
  readonly from: string;
  readonly to: string;
  readonly onHolidays: boolean;
  /** Tiers that are told at any hour. */
  readonly exceptTiers: readonly Tier[];
}

export interface RouteRule {
  readonly id: string;
  /** All that is named has to fit; nothing named fits everything. */
  readonly when: {
    readonly route?: Route;
    readonly tiers?: readonly Tier[];
    readonly domains?: readonly Domain[];
    readonly patterns?: readonly string[];
  };
  readonly transports: readonly Transport[];
  readonly notify: readonly RecipientSelector[];
  readonly respondWithinMinutes: number;
  /** The level's number is its place in the list, from 1. Minutes count from the first notification. */
  readonly escalation: readonly { readonly afterMinutes: number; readonly notify: readonly RecipientSelector[] }[];
}

/** When many alerts come together for one address, they are told in one message instead of one each. */
export interface DigestRule {
  /** So many messages within the time go out one by one; what is more goes together. */
  readonly moreThan: number;
  readonly withinMinutes: number;
}

export interface Routing {
  readonly quietHours?: QuietHours;
  readonly digest?: DigestRule;
  readonly recipients: readonly Recipient[];
  /** The first rule that fits decides; a finding that none fits stays a finding and becomes no alert. */
  readonly routes: readonly RouteRule[];
}

/** A decision that findings of one pattern about one clinician (or dyad) raise no alert for a while. The findings remain visible. */
export interface SuppressionRule {
  readonly pattern: string;
  readonly clinician: string;
  readonly patient?: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly approvedBy: string;
}

export interface PlaybookStep {
  readonly id: string;
  readonly when: string;
  readonly actions: readonly string[];
}

/** A decision flow that an alert shows beside its evidence. */
export interface Playbook {
  readonly version: number;
  readonly title: string;
  readonly source: string;
  /** `first-match`: the first step that applies; `every-match`: all that apply; `in-order`: one after the other. */
  readonly reading: 'first-match' | 'every-match' | 'in-order';
  readonly steps: readonly PlaybookStep[];
}

/** A policy: data with a version. The same shape stands in the YAML file and, with its holidays resolved, in `policy.activated`. */
export interface PolicyDocument {
  readonly policy: string;
  readonly version: number;
  readonly title: string;
  /** RFC 3339; events from this instant on are judged by it. */
  readonly effectiveFrom: string;
  readonly institution: Institution;
  readonly channels: Readonly<Record<string, ChannelRule>>;
  readonly patterns: Readonly<Record<string, PatternRule>>;
  readonly routing: Routing;
  readonly suppression?: readonly SuppressionRule[];
  readonly playbooks: Readonly<Record<string, Playbook>>;
}
