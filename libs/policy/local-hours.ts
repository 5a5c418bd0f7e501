/** Minutes after local midnight; the end is exclusive. */
export interface MinuteSpan {
  readonly from: number;
  readonly to: number;
}

/** Minutes after midnight of `07:30`; `24:00` is the end of the day. */
export function minuteOf(clock: string): number {
  const [hour = '', minute = ''] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}

/** The span of `08:00-18:00`. */
export function spanOf(hours: string): MinuteSpan {
  const [from = '', to = ''] = hours.split('-');
  return { from: minuteOf(from), to: minuteOf(to) };
}

/** Whether a minute lies between two local times, of which the second may be on the next day. Equal times span nothing. */
export function isBetween(minute: number, span: MinuteSpan): boolean {
  if (span.from <= span.to) return minute >= span.from && minute < span.to;
  return minute >= span.from || minute < span.to;
}
