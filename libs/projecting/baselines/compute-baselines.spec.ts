import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import {
  clinicianListed,
  decodeStored,
  messageSent,
  prescriptionDispensed,
  storedEvent,
  type DomainEvent,
  type EventDefinition,
  type StoredEvent,
} from '@plumbline/events';
import { DAY, HOUR, MINUTE } from '@plumbline/kernel';
import { patterns } from '@plumbline/patterns';
import { defaultPolicy, policyView } from '@plumbline/policy';
import { projections } from '@plumbline/projections';
import { computeBaselines } from './compute-baselines';
import { linesOf } from '../../../test/support/lines-of';
import { openSpecificationStore } from '../../../test/support/specification-store';

const MONDAY = Date.parse('2026-03-02T00:00:00Z');
const EVENING = MONDAY - 10 * DAY + 19 * HOUR;
const DYAD = 'repeated-after-hours-contact/busiest-dyad';
const DISPENSES = 'rising-controlled-refills/dispenses';
const id = (kind: string, number: number): string => `${kind}-${String(number).padStart(12, '0')}`;
const events: StoredEvent[] = [];
type OfRecord = Partial<Pick<DomainEvent, 'recordId' | 'recordVersion' | 'retracted'>>;
const say = (definition: EventDefinition, at: number, data: Record<string, unknown>, record: OfRecord = {}): void => {
  const occurred = { instant: at, precision: 'millisecond' as const, zone: 'Europe/London' };
  const event = { id: `e${String(events.length)}`, source: '/s', occurred, recordedAt: at, ingestedAt: at, data };
  events.push(storedEvent(definition, { ...event, ...record }));
};
const evening = (clinician: string, patient: number, at: number, record?: OfRecord): void => {
  const rest = { direction: 'outbound', channel: 'portal', urgency: 'routine', redirect: false };
  say(messageSent, at, { clinician, patient: id('P', patient), ...rest }, record);
};

/** Twelve psychiatrists, eight of them at Lakeside: number n wrote n evening messages to one patient and one to another. */
function hospital(): void {
  for (let number = 1; number <= 14; number += 1) {
    const clinician = id('K', number);
    const site = number <= 8 ? 'Lakeside' : 'Northgate';
    const place = { specialty: 'psychiatry', department: 'Psychiatry', site, zone: 'Europe/London' };
    say(clinicianListed, 0, { clinician, ...place, state: number === 13 ? 'left' : 'active' });
    // Number 14 is in no stream of messages, so nothing can be said of him or her.
    if (number === 14) continue;
    for (let message = 0; message < number; message += 1) evening(clinician, number, EVENING + message * MINUTE);
    evening(clinician, 100 + number, EVENING);
    // Before the window, and at the moment after it.
    evening(clinician, number, MONDAY - 30 * DAY);
    evening(clinician, number, MONDAY + 1);
    evening(clinician, number, MONDAY + 20 * DAY);
    for (let fill = 0; fill < number * 2; fill += 1) {
      const schedule = fill % 2 === 0 ? 'II' : 'not-controlled';
      const at = MONDAY - 80 * DAY + fill * HOUR;
      say(prescriptionDispensed, at, { clinician, patient: id('P', number), prescription: `rx${String(fill)}`, schedule });
    }
  }
}

const JUNE = Date.parse('2026-06-01T00:00:00Z');

/** Three messages of May, as they were corrected afterwards: only one of them is of May still. */
function corrections(): void {
  const may = JUNE - 10 * DAY + 19 * HOUR;
  const versions = (recordId: string, first: number, second: number, retracted = false): void => {
    evening(id('K', 1), 1, first, { recordId, recordVersion: 1 });
    evening(id('K', 1), 1, second, { recordId, recordVersion: 2, retracted });
  };
  versions('moved into the window', may - 200 * DAY, may);
  versions('moved out of the window', may + MINUTE, may - 201 * DAY);
  versions('taken back', may + 2 * MINUTE, may + 2 * MINUTE, true);
}

describe('peer baselines', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-baselines-'));
  const policy = policyView(defaultPolicy({ patterns }));
  const range = { from: MONDAY, to: MONDAY, policy, patterns, computedAt: MONDAY + HOUR };
  let store: AnalyticsStore;

  beforeAll(async () => {
    hospital();
    corrections();
    store = await openSpecificationStore(directory);
    await migrate(store);
    const projection = projections.find(({ table }) => table === 'events')!;
    const logged = events.map((event, position) => ({
      event: decodeStored(event),
      dataText: JSON.stringify(event.data),
      partition: 0,
      position,
    }));
    await store.insert('events', linesOf(projection, logged), { token: 'log' });
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('take the busiest dyad of every colleague in the window that ends with the date, by nearest rank', async () => {
    const computed = await computeBaselines(store, { ...range, metrics: [DYAD] });
    const group = { metric: DYAD, specialty: 'psychiatry', effectiveFrom: '2026-03-02', windowDays: 30 };
    expect(computed.map(({ data }) => data)).toEqual([
      { ...group, site: '*', peers: 12, medianMilli: 6_000, percentile95Milli: 12_000, shrunkPercentile95Milli: 12_000 },
      // (8 · 8,000 + 20 · 12,000) / 28 = 10,857.14…
      { ...group, site: 'Lakeside', peers: 8, medianMilli: 4_000, percentile95Milli: 8_000, shrunkPercentile95Milli: 10_857 },
      { ...group, site: 'Northgate', peers: 4, medianMilli: 10_000, percentile95Milli: 12_000, shrunkPercentile95Milli: 12_000 },
    ]);
  });

  it('go by the newest version of a record, wherever an earlier one lies', async () => {
    const [everywhere, ...sites] = await computeBaselines(store, { ...range, from: JUNE - DAY, to: JUNE, metrics: [DYAD] });
    expect(everywhere?.data).toMatchObject({ site: '*', peers: 1, medianMilli: 1_000 });
    expect(sites).toHaveLength(1);
  });

  it("count a colleague's controlled dispenses", async () => {
    const [everywhere] = await computeBaselines(store, { ...range, metrics: [DISPENSES] });
    expect(everywhere?.data).toMatchObject({ site: '*', windowDays: 90, peers: 12, medianMilli: 6_000, percentile95Milli: 12_000 });
  });

  it('are computed for every Monday of the institution, also where the clocks change', async () => {
    const spring = { ...range, from: Date.parse('2026-03-24T00:00:00Z'), to: Date.parse('2026-04-05T23:00:00Z'), metrics: [DYAD] };
    const dates = (await computeBaselines(store, spring)).map(({ time }) => time);
    expect([...new Set(dates)]).toEqual(['2026-03-29T23:00:00.000Z', '2026-04-05T23:00:00.000Z']);
  });

  it('say the same again under the same ids, whatever the range that they are computed in', async () => {
    const first = await computeBaselines(store, range);
    const again = await computeBaselines(store, { ...range, from: MONDAY - 60 * DAY, to: MONDAY + 20 * DAY });
    const shared = again.filter(({ id: event }) => first.some((other) => other.id === event));
    expect(shared).toEqual(first);
    expect(new Set(again.map((event) => event.id)).size).toBe(again.length);
    expect(first.every(({ partitionkey }) => partitionkey === '*')).toBe(true);
  });
});
