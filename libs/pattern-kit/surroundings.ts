import type { ClinicianId } from '@plumbline/kernel';
import type { Tier } from './finding';

export type SettingValue = number | string | boolean | readonly string[];

/** The policy in force at an instant, as patterns see it. */
export interface PolicyView {
  readonly policy: string;
  readonly policyVersion: number;
  /** Institution zone and currency. */
  readonly zone: string;
  readonly currency: string;
  /** Undefined where the policy leaves the pattern out. Settings not named there take the pattern's defaults. */
  pattern(
    id: string,
  ): { readonly settings: Readonly<Record<string, SettingValue>>; readonly tiers: Readonly<Partial<Record<Tier, number>>> } | undefined;
  /** Weight of a channel in thousandths. */
  channelWeightMilli(channel: string): number;
  isApprovedChannel(channel: string): boolean;
  /** Opening hours of the institution on a local date (days since 1970), as minutes after local midnight; empty on holidays. */
  hoursOn(day: number, weekday: number): readonly { readonly from: number; readonly to: number }[];
  isHoliday(day: number): boolean;
}

export interface DirectoryEntry {
  readonly specialty: string;
  readonly department: string;
  readonly site: string;
  readonly zone: string;
}

export type RosterState = 'on-shift' | 'on-call' | 'off' | 'no-roster';

export interface PeerBaseline {
  readonly peers: number;
  readonly shrunkPercentile95Milli: number;
  readonly medianMilli: number;
  /** In words, such as `psychiatry at Lakeside`. */
  readonly among: string;
}

/** What surrounds the facts. Everything is looked up by event time, never "the latest". */
export interface Surroundings {
  policyAt(instant: number): PolicyView | undefined;
  directoryAt(clinician: ClinicianId, instant: number): DirectoryEntry | undefined;
  rosterAt(clinician: ClinicianId, instant: number): RosterState;
  baselineAt(metric: string, clinician: ClinicianId, instant: number): PeerBaseline | undefined;
}
