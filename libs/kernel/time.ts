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

/** Zones change their offset on quarter hours, and hardly ever: never twice within a day of 24 hours from midnight UTC. */
const STEP = 15 * MINUTE;
const STEPS_A_DAY = DAY / STEP;
/** A century of days in one zone; beyond it the days are asked for anew rather than kept for ever. */
const DAYS_KEPT = 36_600;

/** What a zone's distance from UTC is on a day that begins at midnight UTC: `first`, and `then` from the change on. */
interface OffsetsOfDay {
  readonly day: number;
  readonly first: number;
  readonly changesAt: number;
  readonly then: number;
}

/** The offsets of one zone. Asking the engine takes some 25 µs, so it is asked at the midnights, and between two that differ for the change. */
class ZoneOffsets {
  private readonly zone: IANAZone;
  private readonly days = new Map<number, OffsetsOfDay>();
  private latest: OffsetsOfDay;

  constructor(readonly name: string) {
    if (!isZone(name)) throw new RangeError(`unknown time zone ${name}`);
    this.zone = IANAZone.create(name);
    this.latest = this.look(0);
  }

  at(instant: number): number {
    const day = Math.floor(instant / DAY);
    if (day !== this.latest.day) this.latest = this.days.get(day) ?? this.look(day);
    return instant < this.latest.changesAt ? this.latest.first : this.latest.then;
  }

  private look(day: number): OffsetsOfDay {
    const first = this.days.get(day - 1)?.then ?? this.ask(day * DAY);
    const then = this.days.get(day + 1)?.first ?? this.ask((day + 1) * DAY);
    const offsets = { day, first, changesAt: first === then ? Infinity : this.change(day * DAY, first), then };
    if (this.days.size >= DAYS_KEPT) this.days.clear();
    this.days.set(day, offsets);
    return offsets;
  }

  /** The first quarter of an hour of a day at which the offset is another than at its beginning. */
  private change(midnight: number, first: number): number {
    let same = 0;
    let changed = STEPS_A_DAY;
    while (changed - same > 1) {
      const middle = (same + changed) >>> 1;
      if (this.ask(midnight + middle * STEP) === first) same = middle;
      else changed = middle;
    }
    return midnight + changed * STEP;
  }

  private ask(instant: number): number {
    return this.zone.offset(instant) * MINUTE;
  }
}

const zones = new Map<string, ZoneOffsets>();
/** Most questions are about the zone of the question before. */
let lastZone: ZoneOffsets | undefined;

/**
 * The zone's distance from UTC at an instant, in milliseconds.
 * @throws RangeError for a name that is not in the IANA list.
 */
export function zoneOffset(instant: number, zoneName: string): number {
  if (lastZone?.name !== zoneName) {
    lastZone = zones.get(zoneName) ?? new ZoneOffsets(zoneName);
    zones.set(zoneName, lastZone);
  }
  return lastZone.at(instant);
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
