import type { DirectoryEntry, PeerBaseline } from '../surroundings';
import type { LatestVersions, Version } from './latest-versions';
import type { RosterDump } from './roster';

/** A value that holds from a time on; `order` tells values of one time apart. */
export interface Dated<Value> {
  readonly from: number;
  readonly order: string;
  readonly value: Value;
}

export interface Activation {
  readonly policy: string;
  readonly policyVersion: number;
  readonly document: Readonly<Record<string, unknown>>;
}

export interface Baseline {
  readonly metric: string;
  readonly specialty: string;
  readonly site: string;
  readonly figures: PeerBaseline;
}

/** The entries of one clinician. */
export interface Listing {
  readonly all: LatestVersions<Dated<DirectoryEntry>>;
  sorted: Dated<DirectoryEntry>[];
}

/** Everything that the fold knows, as plain data. */
export interface SurroundingsDump {
  readonly closedUntil: number;
  readonly activations: readonly Version<Dated<Activation>>[];
  readonly listings: readonly (readonly [clinician: string, versions: readonly Version<Dated<DirectoryEntry>>[]])[];
  readonly rosters: readonly (readonly [clinician: string, roster: RosterDump])[];
  readonly baselines: readonly Version<Dated<Baseline>>[];
}

/** Zones lie up to fourteen hours from UTC. */
export const WIDEST_OFFSET = 14 * 3_600_000;

/** Of two activations at one instant the higher policy version counts; digits padded so that text order is number order. */
export const padded = (value: number): string => String(value).padStart(16, '0');

export function byDate(left: Dated<unknown>, right: Dated<unknown>): number {
  return left.from - right.from || (left.order < right.order ? -1 : 1);
}

export function earliest(change: { before: Dated<unknown> | undefined; after: Dated<unknown> | undefined }): number {
  return Math.min(change.before?.from ?? Infinity, change.after?.from ?? Infinity);
}

/** The last entry that begins at or before `at`. Lists are short (policies, listings) or asked near their end (baselines). */
export function latest<Value>(sorted: readonly Dated<Value>[], at: number): Dated<Value> | undefined {
  for (let index = sorted.length - 1; index >= 0; index -= 1) {
    const entry = sorted[index] as Dated<Value>;
    if (entry.from <= at) return entry;
  }
  return undefined;
}
