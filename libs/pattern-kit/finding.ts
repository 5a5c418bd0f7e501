import type { ClinicianId, DonorId, PatientId } from '@plumbline/kernel';

/** The six domains of flow F4, which name every alert's area. */
export type Domain = 'communication' | 'time' | 'place' | 'money' | 'roles' | 'privacy' | 'prescribing';

/** Where a finding goes. Support and wellbeing never count against the clinician and are never mixed into the picture of risk. */
export type Route = 'review' | 'support' | 'wellbeing';

/** Tiers of response, lowest first. `task` asks for an action and is no step of the ladder. */
export type Tier = 'task' | 'informal-conversation' | 'awareness' | 'guided-plan' | 'disciplinary';

/** For whom a finding holds. */
export interface FindingSubject {
  readonly clinician: ClinicianId;
  readonly patient?: PatientId;
  readonly donor?: DonorId;
}

/** What the value was compared with. All numbers are whole, in thousandths of the measure's unit. */
export interface Comparison {
  readonly against: 'threshold' | 'own-past' | 'peers';
  readonly valueMilli: number;
  readonly limitMilli: number;
  /** How many colleagues stand behind a peer limit. */
  readonly peers?: number;
  /** In words, such as `psychiatry at Lakeside`. */
  readonly among?: string;
}

/**
 * A rising edge of a pattern: a crossing to review. It is a pure function of the facts of its subject, whatever the order of
 * their arrival; (pattern, subject, start) is its identity, with the rule where a pattern
 * has several, and `id` is derived from them.
 */
export interface Finding {
  readonly id: string;
  readonly pattern: string;
  readonly patternVersion: number;
  readonly policy: string;
  readonly policyVersion: number;
  readonly subject: FindingSubject;
  readonly domain: Domain;
  readonly route: Route;
  readonly band: string;
  readonly tier: Tier;
  /** Event time at which the rule first held, and of the last fact that kept it so; UTC milliseconds. */
  readonly startedAt: number;
  readonly lastAt: number;
  /** The first moment at which the rule held on what had been recorded by then; UTC milliseconds. */
  readonly knownAt: number;
  readonly comparisons: readonly Comparison[];
  /** Keys (`source NUL id`) of the events that count, by event time. */
  readonly evidence: readonly string[];
  /** How many events were looked at and not counted, by reason (`on-call`, `urgent`, `reply`, `time-not-exact` …). */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Reasons for which a part could not be judged, such as `no roster: institution hours were used`. */
  readonly caveats: readonly string[];
  /** Full sentences, made from the pattern's own text. */
  readonly reason: string;
  readonly counterfactual: string;
  readonly playbook: string;
}

/** What a change in the log did to a finding. Revisions of one finding are numbered from 1. */
export interface FindingRevision {
  readonly finding: Finding;
  readonly revision: number;
  readonly status: 'raised' | 'revised' | 'withdrawn';
  /** The finding of the same subject that this one takes the place of, where a late fact moved the start. */
  readonly supersedes?: string;
  /** Our time: ingested time of the event that caused the change. */
  readonly learnedAt: number;
  /** Source time: when what caused the change was recorded; never before an earlier revision's. */
  readonly knownAt: number;
}

/** No answer is not "no risk": a population that a stream cannot speak about. */
export interface Undetermined {
  readonly pattern: string;
  readonly subject: FindingSubject;
  readonly because: string;
  /** Event time of the first fact concerned. */
  readonly since: number;
  /** How many facts are concerned; 0 means that it can be judged again. */
  readonly facts: number;
}
