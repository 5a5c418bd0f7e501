/** Distance of a zone from UTC at an instant, in milliseconds, as the browser's own time-zone data has it. */
function offsetOf(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/** `2026-03-03 22:41:00` as a clock on the wall of `zone` shows the instant. */
export function wallClockOf(instant: string | number, zone: string): string {
  const at = new Date(instant).getTime();
  return new Date(at + offsetOf(at, zone)).toISOString().slice(0, 19).replace('T', ' ');
}

/** The instant (ISO, UTC) at which a clock on the wall of `zone` shows `2026-03-03 22:41:00`; in a spring gap, the instant after it. */
export function instantOfWallClock(wallClock: string, zone: string): string {
  const wall = Date.parse(`${wallClock.replace(' ', 'T')}Z`);
  const first = wall - offsetOf(wall, zone);
  return new Date(wall - offsetOf(first, zone)).toISOString();
}

/** The first instant of the local day that holds `instant`, in milliseconds. */
export function startOfDay(instant: number, zone: string): number {
  return Date.parse(instantOfWallClock(`${wallClockOf(instant, zone).slice(0, 10)} 00:00:00`, zone));
}
