import { DAY, localTime } from '@plumbline/kernel';
import { KIND, PATIENTS_EACH, ZONE, type Workload } from './workload';

/** Five outbound messages outside hours to one patient in 14 days. */
export const MESSAGES = { days: 14, atLeast: 5, from: 420, to: 1_200 } as const;
/** Gifts of one patient of 100.00 or more in 90 days. */
export const GIFTS = { days: 90, minor: 10_000 } as const;

/** Controlled refills of one clinician: ten or more in 28 days, and twice as many a day as in the 84 days before. */
export const REFILLS = { days: 28, before: 84, atLeast: 10, ratio: 2 } as const;

/** The detectors with nothing between them and the columns: what the declared ones are measured against. Edges as `detector dyad time`. */
export function runHandWritten(workload: Workload): string[] {
  const { count, time, kind, clinician, dyad, flag, amount, clinicians } = workload;
  const dyads = clinicians * PATIENTS_EACH;
  const ring = new Float64Array(dyads * MESSAGES.atLeast).fill(-Infinity);
  const place = new Uint8Array(dyads);
  const held = new Uint8Array(dyads);
  const next = new Int32Array(count);
  const head = new Int32Array(dyads).fill(-1);
  const tail = new Int32Array(dyads).fill(-1);
  const sum = new Float64Array(dyads);
  const heldSum = new Uint8Array(dyads);
  const refill = new Int32Array(clinicians).fill(-1);
  const refillHead = new Int32Array(clinicians).fill(-1);
  const refillFirst = new Int32Array(clinicians).fill(-1);
  const refillsNow = new Int32Array(clinicians);
  const refillsBoth = new Int32Array(clinicians);
  const heldRefills = new Uint8Array(clinicians);
  const edges: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = time[index]!;
    const who = dyad[index]!;
    if (kind[index] === KIND.message) {
      if (flag[index] === 0) continue;
      const { minute, weekday } = localTime(at, ZONE);
      if (weekday < 6 && minute >= MESSAGES.from && minute < MESSAGES.to) continue;
      const base = who * MESSAGES.atLeast;
      const slot = place[who]!;
      const opens = at - MESSAGES.days * DAY;
      const before = ring[base + ((slot + MESSAGES.atLeast - 1) % MESSAGES.atLeast)]!;
      ring[base + slot] = at;
      place[who] = (slot + 1) % MESSAGES.atLeast;
      const holds = ring[base + place[who]]! > opens;
      if (holds && (held[who] === 0 || before <= opens)) edges.push(`messages ${String(who)} ${String(at)}`);
      held[who] = holds ? 1 : 0;
    } else if (kind[index] === KIND.gift) {
      const opens = at - GIFTS.days * DAY;
      const before = tail[who]!;
      const fresh = before === -1 || time[before]! <= opens;
      next[index] = -1;
      if (before === -1) head[who] = index;
      else next[before] = index;
      tail[who] = index;
      let total = sum[who]! + amount[index]!;
      let first = head[who]!;
      for (; time[first]! <= opens; first = next[first]!) total -= amount[first]!;
      head[who] = first;
      sum[who] = total;
      const holds = total >= GIFTS.minor;
      if (holds && (heldSum[who] === 0 || fresh)) edges.push(`gifts ${String(who)} ${String(at)}`);
      heldSum[who] = holds ? 1 : 0;
    } else if (kind[index] === KIND.prescription && flag[index] === 1) {
      const by = clinician[index]!;
      const opens = at - REFILLS.days * DAY;
      const before = refill[by]!;
      const fresh = before === -1 || time[before]! <= opens;
      next[index] = -1;
      if (before === -1) refillHead[by] = refillFirst[by] = index;
      else next[before] = index;
      refill[by] = index;
      let now = refillsNow[by]! + 1;
      let head = refillHead[by]!;
      for (; time[head]! <= opens; head = next[head]!) now -= 1;
      refillHead[by] = head;
      refillsNow[by] = now;
      let both = refillsBoth[by]! + 1;
      let first = refillFirst[by]!;
      for (; time[first]! <= opens - REFILLS.before * DAY; first = next[first]!) both -= 1;
      refillFirst[by] = first;
      refillsBoth[by] = both;
      const base = both - now;
      const holds = now >= REFILLS.atLeast && base > 0 && now * REFILLS.before >= REFILLS.ratio * base * REFILLS.days;
      if (holds && (heldRefills[by] === 0 || fresh)) edges.push(`refills ${String(by)} ${String(at)}`);
      heldRefills[by] = holds ? 1 : 0;
    }
  }
  return edges.sort();
}
