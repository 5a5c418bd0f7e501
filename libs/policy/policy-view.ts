import { dayOfIsoDate } from '@plumbline/kernel';
import type { PolicyView } from '@plumbline/pattern-kit';
import { WEEKDAYS, type PolicyDocument } from './document';
import { spanOf, type MinuteSpan } from './local-hours';

/** The weight of an unknown channel: the heaviest, because what nobody has judged must not pass as harmless. */
const UNJUDGED_WEIGHT = 100;
/** Weights are percentages in a policy and thousandths in a pattern. */
const MILLI_PER_PERCENT = 10;

const CLOSED: readonly MinuteSpan[] = [];

/**
 * A policy as patterns see it. Everything is worked out once, so that the answers cost a look into a table; the same document
 * gives the same answers in every process, because its holidays are dates and no calendar is asked.
 */
export function policyView(document: PolicyDocument): PolicyView {
  const { zone, currency, hours, holidays } = document.institution;
  const holidayDays = new Set((holidays.dates ?? []).map(({ date }) => dayOfIsoDate(date)));
  const weekdayHours = WEEKDAYS.map((day) => hours[day].map(spanOf).sort((left, right) => left.from - right.from));
  const channels = new Map(Object.entries(document.channels));
  const patterns = new Map(
    Object.entries(document.patterns)
      .filter(([, rule]) => rule.enabled)
      .map(([id, rule]) => [id, { settings: rule.settings ?? {}, tiers: rule.tiers ?? {} }] as const),
  );
  return {
    policy: document.policy,
    policyVersion: document.version,
    zone,
    currency,
    pattern: (id) => patterns.get(id),
    channelWeightMilli: (channel) => (channels.get(channel)?.weight ?? UNJUDGED_WEIGHT) * MILLI_PER_PERCENT,
    isApprovedChannel: (channel) => channels.get(channel)?.approved ?? false,
    hoursOn: (day, weekday) => (holidayDays.has(day) ? CLOSED : (weekdayHours[weekday - 1] ?? CLOSED)),
    isHoliday: (day) => holidayDays.has(day),
  };
}
