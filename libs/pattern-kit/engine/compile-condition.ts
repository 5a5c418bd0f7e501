import { localTime, startOfLocalDay } from '@plumbline/kernel';
import type { Condition, OwnCondition, PersonalChannel } from '../conditions';
import type { EngineContext } from './context';
import type { Labels } from './labels';
import { OpeningHours } from './opening-hours';
import type { RowTest } from './own-answers';

/** 0 no, 1 yes, from 2 on the code of what cannot be told or of the name to leave it out under. */
export type Test = (row: number, clinician: number) => number;

export const isOwn = (condition: Condition): condition is OwnCondition =>
  condition.test === 'field-is' || condition.test === 'field-presence' || condition.test === 'flag-is';

/**
 * Whether a row can be on a personal channel under any policy that is known: most messages go through channels that every policy
 * approves, and need not be kept by patterns about the others. A policy that no longer approves a channel has its rows looked at again.
 */
export function mayBePersonal({ field }: PersonalChannel, type: string, context: EngineContext): (row: number) => boolean {
  const { rows, texts, surroundings } = context;
  const slot = context.slot(type, field);
  return (row) => {
    const channel = rows.value(row, slot);
    return channel === -1 || surroundings.mayBePersonal(channel, texts, rows.time(row));
  };
}

/** A condition on the event's own fields, as comparisons of whole numbers over the columns of one event type. */
export function compileOwn(condition: OwnCondition, type: string, context: EngineContext, labels: Labels): RowTest {
  const { rows, texts } = context;
  const slot = context.slot(type, condition.field);
  switch (condition.test) {
    case 'field-is': {
      const values = condition.values.map((value) => texts.number(value));
      const [only] = values;
      const unknown = texts.number('unknown');
      const code = labels.code(`${condition.field}-unknown`, `the ${condition.field} is not known`);
      const within = condition.negated ? 0 : 1;
      if (values.length === 1) {
        return (row) => {
          const value = rows.value(row, slot);
          if (value === only) return within;
          return value === unknown || value === -1 ? code : 1 - within;
        };
      }
      return (row) => {
        const value = rows.value(row, slot);
        if (values.includes(value)) return within;
        return value === unknown || value === -1 ? code : 1 - within;
      };
    }
    case 'field-presence': {
      const wanted = condition.present;
      return (row) => ((rows.value(row, slot) !== -1) === wanted ? 1 : 0);
    }
    case 'flag-is': {
      const wanted = Number(condition.value);
      return (row) => (rows.value(row, slot) === wanted ? 1 : 0);
    }
  }
}

/** A condition as a closure over the columns of one event type. */
export function compileCondition(condition: Condition, type: string, context: EngineContext, labels: Labels): Test {
  switch (condition.test) {
    case 'field-is':
    case 'field-presence':
    case 'flag-is':
      return compileOwn(condition, type, context, labels);
    case 'personal-channel':
      return personalChannel(context.slot(type, condition.field), context, labels);
    case 'exact-time': {
      const code = inexact(labels);
      return (row) => (isExact(row, context) ? 1 : code);
    }
    case 'off-duty':
      return offDuty(context, labels);
  }
}

const inexact = (labels: Labels): number => labels.code('time-not-exact', 'the time of day is not known');
const withoutPolicy = (labels: Labels): number => labels.code('no-policy', 'no policy was in force');

const QUARTER_HOUR = 900_000;

/** Exactly 00:00:00 at the source is what systems write when they know the date only; to the millisecond it was measured. */
export function isExact(row: number, { rows }: EngineContext): boolean {
  const precision = rows.precision(row);
  if (precision === 'day') return false;
  if (precision === 'millisecond') return true;
  const time = rows.time(row);
  // Zones lie whole quarter hours from UTC, so no other instant is a midnight anywhere.
  if (time % QUARTER_HOUR !== 0) return true;
  const zone = rows.zone(row);
  return startOfLocalDay(localTime(time, zone).day, zone) !== time;
}

function personalChannel(slot: number, context: EngineContext, labels: Labels): Test {
  const { rows, texts, surroundings } = context;
  const unknown = texts.number('unknown');
  const code = labels.code('channel-unknown', 'the channel is not known');
  const noPolicy = withoutPolicy(labels);
  return (row) => {
    const channel = rows.value(row, slot);
    if (channel === unknown || channel === -1) return code;
    const policy = surroundings.policyAt(rows.time(row));
    if (policy === undefined) return noPolicy;
    return policy.isApprovedChannel(texts.text(channel)) ? 0 : 1;
  };
}

function offDuty(context: EngineContext, labels: Labels): Test {
  const { rows, surroundings } = context;
  const hours = new OpeningHours();
  const notExact = inexact(labels);
  const onCall = labels.code('on-call');
  const noPolicy = withoutPolicy(labels);
  return (row, clinician) => {
    if (!isExact(row, context)) return notExact;
    const time = rows.time(row);
    const state = surroundings.rosterOf(clinician, time);
    if (state === 'on-shift') return 0;
    if (state === 'on-call') return onCall;
    if (state === 'off') return 1;
    const policy = surroundings.policyAt(time);
    if (policy === undefined) return noPolicy;
    return hours.areOpen(policy, time, surroundings.zoneOf(clinician, time)) ? 0 : 1;
  };
}
