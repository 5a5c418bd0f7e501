import { messageSent } from '@plumbline/events';
import { dayOfIsoDate } from '@plumbline/kernel';
import type { PolicyView } from '../surroundings';

/** Days that a policy's holidays are looked for in: no record of a living clinician is older, and no calendar reaches further. */
const FIRST_DAY = dayOfIsoDate('1950-01-01');
const LAST_DAY = dayOfIsoDate('2080-01-01');

/** A policy as plain values that a query can be given. */
export interface PolicyParameters {
  readonly zone: string;
  readonly currency: string;
  readonly approvedChannels: readonly string[];
  readonly channelWeightsMilli: readonly { readonly channel: string; readonly weightMilli: number }[];
  /** ISO weekday with minutes after local midnight. */
  readonly hours: readonly { readonly weekday: number; readonly from: number; readonly to: number }[];
  /** Days since 1970. */
  readonly holidays: readonly number[];
}

const channels = messageSent.fields.channel.schema['enum'] as readonly string[];

const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Asks a policy everything that a query may need to know of it. */
export function policyParameters(policy: PolicyView): PolicyParameters {
  const holidays: number[] = [];
  const ordinary = new Map<number, number>();
  for (let day = FIRST_DAY; day < LAST_DAY; day += 1) {
    if (policy.isHoliday(day)) holidays.push(day);
    else if (ordinary.size < 7) ordinary.set(weekdayOf(day), day);
  }
  return {
    zone: policy.zone,
    currency: policy.currency,
    approvedChannels: channels.filter((channel) => policy.isApprovedChannel(channel)),
    channelWeightsMilli: channels.map((channel) => ({ channel, weightMilli: policy.channelWeightMilli(channel) })),
    hours: [...ordinary].flatMap(([weekday, day]) => policy.hoursOn(day, weekday).map(({ from, to }) => ({ weekday, from, to }))),
    holidays,
  };
}
