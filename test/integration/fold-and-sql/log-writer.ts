import { storedEvent, type EventDefinition, type StoredEvent } from '@plumbline/events';
import { DAY, HOUR, MINUTE, dayOfIsoDate, startOfLocalDay, type Precision } from '@plumbline/kernel';
import type { Chance } from './chance';

export type Data = Record<string, unknown>;

export const FIRST = Date.parse('2026-01-05T00:00:00Z');
export const LAST_DAY = dayOfIsoDate('2026-11-20');
export const ZONE = 'Europe/London';
const SOURCES = ['/ward-a', '/ward-b'];

/** A working hour, an evening, deep nights, the edges of both, and the two nights on which the clocks change. */
const MINUTES = [0, 1, 299, 300, 479, 480, 720, 1_109, 1_110, 1_290, 1_319, 1_320, 1_400] as const;
const CLOCK_CHANGES = [dayOfIsoDate('2026-03-29'), dayOfIsoDate('2026-10-25')];

/** Names a subject or a record of a kind. */
export const id = (kind: string, number: number): string => `${kind}-${String(number).padStart(12, '0')}`;

/** Writes events with every freedom that the envelope leaves: precision, zone, source, late recording, versions in any order. */
export class LogWriter {
  readonly events: StoredEvent[] = [];
  serial = 0;

  constructor(readonly chance: Chance) {}

  anyTime(): number {
    return this.chance.percent(15)
      ? this.atMinute(this.chance.pick(CLOCK_CHANGES))
      : this.atMinute(this.chance.whole(Math.floor(FIRST / DAY), LAST_DAY - 60));
  }

  atMinute(day: number): number {
    return startOfLocalDay(day, ZONE) + this.chance.pick(MINUTES) * MINUTE + this.chance.pick([0, 0, 1, 59_999]);
  }

  /** A record, now and then with later versions that change its time, repeat its version, or retract it. */
  record(definition: EventDefinition, at: number, data: Data): string {
    const recordId = this.say(definition, at, data);
    if (this.chance.percent(6))
      this.say(definition, at + this.chance.pick([-HOUR, DAY, 1]), data, { recordId, recordVersion: this.chance.whole(1, 3) });
    if (this.chance.percent(4))
      this.say(definition, at, data, { recordId, recordVersion: this.chance.whole(1, 3), retracted: this.chance.percent(60) });
    return recordId;
  }

  say(
    definition: EventDefinition,
    at: number,
    data: Data,
    record: { readonly recordId?: string; readonly recordVersion?: number; readonly retracted?: boolean } = {},
  ): string {
    const { chance } = this;
    this.serial += 1;
    const eventId = `${chance.pick(['a', 'z', 'M'])}${String(this.serial)}`;
    const precision: Precision = chance.pick(['millisecond', 'second', 'second', 'minute', 'day']);
    const recordedAt = at + chance.pick([0, MINUTE, DAY, 40 * DAY]);
    const occurred = { instant: at, precision, zone: chance.percent(85) ? ZONE : 'America/New_York' };
    const source = SOURCES[(record.recordId ?? eventId).length % 2]!;
    this.events.push(
      storedEvent(definition, {
        id: eventId,
        source,
        occurred,
        recordedAt,
        ingestedAt: recordedAt + 1,
        recordId: eventId,
        ...record,
        data,
      }),
    );
    return record.recordId ?? eventId;
  }
}
