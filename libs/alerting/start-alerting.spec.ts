import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import type { AlertState } from '@plumbline/cases';
import { FixedClock, HOUR } from '@plumbline/kernel';
import { projections, type LoggedEvent } from '@plumbline/projections';
import { anAlert, aPolicy, NOON, SpecLog } from './spec-kit';
import { startAlerting, type Alerting, type ProjectedAlerts } from './start-alerting';
import type { NotificationTransport } from './transports/transport';
import { linesOf } from '../../test/support/lines-of';
import { openSpecificationStore } from '../../test/support/specification-store';

const rowsOf = projections.filter(({ table }) => table === 'events')[0]!;
const stateRows = projections.filter(({ table }) => table === 'alert_states')[0]!;

/** A projector in small: it fills the two tables from the log and from what it is told of alerts. */
class SpecProjector implements ProjectedAlerts {
  private readonly listeners = new Set<(news: { readonly alertStates: readonly AlertState[] }) => void>();
  private done = 0;
  /** Keeps the log's tail out of the tables until it is waited for. */
  waited = 0;

  constructor(
    private readonly log: SpecLog,
    private readonly store: AnalyticsStore,
  ) {}

  subscribe(listener: (news: { readonly alertStates: readonly AlertState[] }) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async waitForPosition(): Promise<void> {
    this.waited += 1;
    const { records } = await this.log.read(0, this.done);
    const events = this.log.events();
    const rows = records.map(({ position, partition }): LoggedEvent => {
      const event = events[position]!;
      return { event, dataText: JSON.stringify(event.data), position, partition };
    });
    this.done += records.length;
    if (rows.length > 0) await this.store.insert('events', linesOf(rowsOf, rows), { token: `events-${this.done}` });
  }

  async tell(...states: readonly AlertState[]): Promise<void> {
    const token = states.map(({ alertId, sequence }) => `${alertId}-${sequence}`).join(',');
    await this.store.insert('alert_states', linesOf(stateRows, states), { token });
    for (const listener of this.listeners) listener({ alertStates: states });
  }
}

describe('Alerting', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-alerting-'));
  let store: AnalyticsStore;
  let running: Alerting[] = [];
  beforeAll(async () => {
    store = await openSpecificationStore(directory);
    await migrate(store);
  });
  afterEach(async () => {
    for (const alerting of running) await alerting.stop();
    running = [];
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('goes on after a restart from what stands in the tables: nothing twice, the escalation in its time, then silence', async () => {
    const log = new SpecLog();
    const clock = new FixedClock(NOON);
    const projector = new SpecProjector(log, store);
    const sent: string[] = [];
    const transport: NotificationTransport = {
      send: ({ target, cause }) => {
        sent.push(`${cause} ${target.transport === 'e-mail' ? target.address : ''}`);
        return Promise.resolve({ delivered: true });
      },
      sendDigest: () => Promise.reject(new Error('there is no storm here')),
      close: () => undefined,
    };
    const start = async (): Promise<Alerting> => {
      const policy = aPolicy();
      const alerting = await startAlerting({
        ...{ store, projection: projector, log, clock, policy: () => policy, report: () => undefined },
        transports: { 'e-mail': transport },
      });
      running.push(alerting);
      return alerting;
    };
    const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 30));

    await projector.tell(anAlert(), anAlert({ alertId: 'C-000000000002', state: 'resolved', respondBy: undefined }));
    const first = await start();
    await settled();
    expect(sent).toEqual(['new risk@hospital.example']);
    await first.stop();
    await first.ended;

    // Its report stands in the log and not in the tables yet.
    const before = projector.waited;
    const second = await start();
    await settled();
    expect(projector.waited).toBeGreaterThan(before);
    expect(sent).toEqual(['new risk@hospital.example']);
    await second.stop();

    clock.advance(4 * HOUR);
    const third = await start();
    await settled();
    expect(sent).toEqual(['new risk@hospital.example', 'escalated director@hospital.example']);
    await projector.tell(anAlert({ sequence: 2, state: 'acknowledged', respondBy: undefined }));
    clock.advance(400 * HOUR);
    await third.stop();
    await start();
    await settled();
    expect(sent).toHaveLength(2);
    expect(log.events().map(({ type }) => type)).toEqual([
      'alerting.delivery-attempted',
      'alerting.escalated',
      'alerting.delivery-attempted',
    ]);
  });
});
