import { dayOfIsoDate } from '@plumbline/kernel';
import type { PolicyReader } from '../engine/surroundings-fold';
import type { Tier } from '../finding';
import type { SettingValue } from '../surroundings';

/** What a policy document says in specifications; each part has a usual value. */
export interface SpecifiedPolicy {
  readonly settings?: Readonly<Record<string, Readonly<Record<string, SettingValue>>>>;
  readonly tiers?: Readonly<Record<string, Readonly<Partial<Record<Tier, number>>>>>;
  readonly without?: readonly string[];
  readonly approved?: readonly string[];
  readonly holidays?: readonly string[];
  readonly zone?: string;
  readonly currency?: string;
}

const approvedChannels = ['portal', 'clinic-phone', 'clinic-email', 'video-visit', 'letter'];
/** M11: text 85, social direct message 75, personal e-mail 60, portal 10, landline 5, over a hundred. */
const channelWeights: Readonly<Record<string, number>> = {
  'personal-text': 850,
  'personal-phone': 850,
  'messaging-app': 850,
  'social-direct-message': 750,
  'personal-email': 600,
  portal: 100,
  'clinic-phone': 50,
};

/** A small reader of policy documents for specifications: Monday to Friday 8 to 18, London, pounds. */
export const specifiedPolicy: PolicyReader = (document, policy, policyVersion) => {
  const {
    settings = {},
    tiers = {},
    without = [],
    approved = approvedChannels,
    holidays = [],
    zone,
    currency,
  } = document as SpecifiedPolicy;
  const holidayDays = new Set(holidays.map(dayOfIsoDate));
  return {
    policy,
    policyVersion,
    zone: zone ?? 'Europe/London',
    currency: currency ?? 'GBP',
    pattern: (id) => (without.includes(id) ? undefined : { settings: settings[id] ?? {}, tiers: tiers[id] ?? {} }),
    channelWeightMilli: (channel) => channelWeights[channel] ?? 500,
    isApprovedChannel: (channel) => approved.includes(channel),
    hoursOn: (day, weekday) => (weekday > 5 || holidayDays.has(day) ? [] : [{ from: 480, to: 1_080 }]),
    isHoliday: (day) => holidayDays.has(day),
  };
};
