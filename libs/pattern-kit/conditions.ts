/**
 * What makes an event a fact of a pattern, as data: the fold, the SQL twin, the fields needed and the rendered page are all
 * derived from these few forms. A test answers yes, no, or *cannot tell*: a field that is `unknown` or absent, where the
 * declaration does not speak of that, makes the fact undetermined instead of letting it pass for a no.
 */
export type Condition = OwnCondition | PersonalChannel | ExactTime | OffDuty;

/** What the event says of itself, whatever surrounds it. */
export type OwnCondition = FieldIs | FieldPresence | FlagIs;

/** The field holds one of the values. `unknown`, unless it is listed, cannot be told. */
export interface FieldIs {
  readonly test: 'field-is';
  readonly field: string;
  readonly values: readonly string[];
  /** True where the field must hold none of the values. */
  readonly negated: boolean;
}

export interface FieldPresence {
  readonly test: 'field-presence';
  readonly field: string;
  readonly present: boolean;
}

export interface FlagIs {
  readonly test: 'flag-is';
  readonly field: string;
  readonly value: boolean;
}

/** The policy in force at the time does not approve the channel. */
export interface PersonalChannel {
  readonly test: 'personal-channel';
  readonly field: string;
}

/**
 * The time of day is known. A time with day precision is not, nor is exactly 00:00:00 in the source's zone unless it was
 * given to the millisecond: that is what systems write when they know the date only. Left out as `time-not-exact`.
 */
export interface ExactTime {
  readonly test: 'exact-time';
}

/**
 * The moment lies outside every shift and on-call row of the clinician (on call is left out as `on-call`). Where no roster
 * covers the moment: outside the institution's hours in the policy, holidays included, and the finding says so.
 */
export interface OffDuty {
  readonly test: 'off-duty';
}

export const is = (field: string, ...values: readonly string[]): FieldIs => ({ test: 'field-is', field, values, negated: false });
export const isNot = (field: string, ...values: readonly string[]): FieldIs => ({ test: 'field-is', field, values, negated: true });
export const present = (field: string): FieldPresence => ({ test: 'field-presence', field, present: true });
export const absent = (field: string): FieldPresence => ({ test: 'field-presence', field, present: false });
export const flagged = (field: string): FlagIs => ({ test: 'flag-is', field, value: true });
export const notFlagged = (field: string): FlagIs => ({ test: 'flag-is', field, value: false });
export const onPersonalChannel = (field = 'channel'): PersonalChannel => ({ test: 'personal-channel', field });
export const atExactTime = (): ExactTime => ({ test: 'exact-time' });
export const offDuty = (): OffDuty => ({ test: 'off-duty' });

/** Schedules II to V, for the conditions of prescribing patterns. */
export const controlledSchedules = ['II', 'III', 'IV', 'V'] as const;
