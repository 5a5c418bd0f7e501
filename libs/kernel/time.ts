import { IANAZone } from 'luxon';

/** How exactly a moment is known. `day`: only the local date; such a time never counts as being after hours. */
export type Precision = 'day' | 'minute' | 'second' | 'millisecond';

/** When something happened, as the source knew it. */
export interface OccurredTime {
  /** UTC, milliseconds since 1970. With precision `day` this is the first instant of that local date in `zone`. */
  readonly instant: number;
  readonly precision: Precision;
  /** IANA zone of the source, such as `Europe/London`. */
  readonly zone: string;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** Twenty-four hours; a local day may be 23 or 25 of them long, so calendar arithmetic uses `startOfLocalDay`. */
export const DAY = 24 * HOUR;

/** Local wall-clock reading of an instant. */
export interface LocalTime {
  /** Days since 1970-01-01 of the local date; differences between two of these are calendar days. */
  readonly day: number;
  /** Minutes since local midnight, 0 to 1439. */
  readonly minute: number;
  /** ISO weekday of the local date, 1 = Monday to 7 = Sunday. */
  readonly weekday: number;
}

const OFFSET_SLOT = 15 * MINUTE;
const offsets = new Map<string, { readonly zone: IANAZone; readonly slots: Map<number, number> }>();

const validZones = new Map<string, boolean>();

/** Whether the name is in the IANA list. Asking the engine takes a millisecond, so answers are kept; hostile names do not pile up. */
export function isZone(name: string): boolean {
  const known = validZones.get(name);
  if (known !== undefined) return known;
  const valid = IANAZone.isValidZone(name);
  if (validZones.size >= 1_000) validZones.clear();
  validZones.set(name, valid);
  return valid;
}

/** The zone's distance from UTC at an instant, in milliseconds. Zones change their offset on quarter hours only, so a slot is asked once. */
export function zoneOffset(instant: number, zoneName: string): number {
  let entry = offsets.get(zoneName);
  if (entry === undefined) {
    if (!isZone(zoneName)) throw new RangeError(`unknown time zone ${zoneName}`);
    entry = { zone: IANAZone.create(zoneName), slots: new Map() };
    offsets.set(zoneName, entry);
  }
  const slot = Math.floor(instant / OFFSET_SLOT);
  let offset = entry.slots.get(slot);
  if (offset === undefined) {
    offset = entry.zone.offset(slot * OFFSET_SLOT) * MINUTE;
    // Bounded: a year has 35,040 slots; beyond ten years of them the cache starts anew rather than grow for ever.
    if (entry.slots.size > 350_400) entry.slots.clear();
    entry.slots.set(slot, offset);
  }
  return offset;
}

export function localTime(instant: number, zone: string): LocalTime {
  const local = instant + zoneOffset(instant, zone);
  const day = Math.floor(local / DAY);
  return { day, minute: Math.floor((local - day * DAY) / MINUTE), weekday: ((((day + 3) % 7) + 7) % 7) + 1 };
}

/** The first instant of a local date that is `day` days after 1970-01-01. Where midnight does not exist, the first instant after the gap. */
export function startOfLocalDay(day: number, zone: string): number {
  const wall = day * DAY;
  const first = wall - zoneOffset(wall, zone);
  const second = wall - zoneOffset(first, zone);
  return localTime(second, zone).day === day ? second : Math.max(first, second);
}

/** `2026-03-03` of a day number. */
export function isoDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const dayNumbers = new Map<string, number>();

/** The day number of `2026-03-03`. Throws a RangeError for a date that is not in the calendar. */
export function dayOfIsoDate(date: string): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const instant = Date.parse(`${date}T00:00:00.000Z`);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  if (dayNumbers.size >= 4_000) dayNumbers.clear();
  dayNumbers.set(date, instant / DAY);
  return instant / DAY;
}
