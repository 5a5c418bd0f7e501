import { dateWords, shortDateWords } from '../event-time';
import { startOfDay } from '../wall-clock';

const DAY = 86_400_000;

/** A stretch of time laid along a number of pixels. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** Pixels from the left of an instant (milliseconds). */
  readonly x: (instant: number) => number;
  readonly pixelsPerDay: number;
}

export function timeScale(from: number, to: number, width: number): TimeScale {
  const length = Math.max(to - from, DAY);
  return { from, to, width, x: (instant) => ((instant - from) / length) * width, pixelsPerDay: (width / length) * DAY };
}

export interface Tick {
  readonly at: number;
  readonly words: string;
}

const steps = [1, 2, 7, 14, 28, 56, 91, 182] as const;
/** Room that a date needs to be read, in pixels. */
const ROOM = 76;

/** Local midnights at which the axis says a date, as many as can be read. The year is said where it begins or changes. */
export function ticksOf(scale: TimeScale, zone: string): readonly Tick[] {
  const step = steps.find((days) => days * scale.pixelsPerDay >= ROOM) ?? 364;
  const ticks: Tick[] = [];
  let year = '';
  for (let at = startOfDay(scale.from, zone); at <= scale.to; at = startOfDay(at + step * DAY + DAY / 2, zone)) {
    if (at < scale.from) continue;
    const words = dateWords(at, zone);
    ticks.push({ at, words: words.endsWith(year) && year !== '' ? shortDateWords(at, zone) : words });
    year = words.slice(-4);
  }
  return ticks;
}
