import { DAY, MINUTE, dayOfIsoDate, isoDate, localTime, startOfLocalDay } from '@plumbline/kernel';
import { closeDays, lastClosedDay, type ClosedDays, type DayClosingOptions } from './close-days';

export interface DayClockOptions extends DayClosingOptions {
  /** How long after local midnight sources may still deliver what belongs to the day, in milliseconds. */
  readonly grace: number;
  readonly onClosed?: (closed: ClosedDays) => void;
  /** What went wrong; it is tried again a minute later. */
  readonly onTrouble: (error: unknown) => void;
}

export interface DayClock {
  /** Closes what is due now; resolves when it is appended. */
  tick(): Promise<void>;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

/**
 * The one owner of the clock in a live platform: closes each local day when its grace is over, and those that passed while the
 * platform was down. Two of them in one institution would do no harm and no good.
 */
export function startDayClock(options: DayClockOptions): DayClock {
  let ticking: Promise<void> | undefined;
  const tick = (): Promise<void> => {
    ticking ??= closeDue(options)
      .catch(options.onTrouble)
      .finally(() => (ticking = undefined));
    return ticking;
  };
  // Unreferenced: a clock alone keeps no process alive.
  const timer = setInterval(() => void tick(), MINUTE).unref();
  void tick();
  return {
    tick,
    async stop() {
      clearInterval(timer);
      await ticking;
    },
  };
}

async function closeDue(options: DayClockOptions): Promise<void> {
  const { clock, zone, grace, store, onClosed } = options;
  const now = clock.now();
  const today = localTime(now, zone).day;
  const due = now >= startOfLocalDay(today, zone) + Math.min(grace, DAY) ? today - 1 : today - 2;
  const last = await lastClosedDay(store, zone);
  const first = last === undefined ? due : dayOfIsoDate(last) + 1;
  if (first > due) return;
  const closed = await closeDays(options, isoDate(first), isoDate(due));
  onClosed?.(closed);
}
