import 'reflect-metadata';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { IngestionModule, SourceTokens } from '@plumbline/ingestion';
import { ProblemError, systemClock } from '@plumbline/kernel';
import { Lifecycle, Metrics, createLogger, serveHttp } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDirectory } from '../opening/data-directory';
import { openIntake, type Intake } from '../opening/open-intake';
import { serviceCheck } from '../serving/who-may';
import { QuarantineOverHttp } from './quarantine-over-http';

const TOKEN = 'a-service-token-of-thirty-two-letters';
const BROKEN = Buffer.from([0x7b, 0xff, 0x00, 0x22]);
const EVENT = {
  ...{ specversion: '1.0', id: '1', source: 'ehr', type: 'messaging.message-sent', time: '2026-10-03T21:04:00Z' },
  data: { clinician: 'dr-1', patient: 'pat-1', direction: 'inbound', channel: 'portal', urgency: 'routine', redirect: false },
};

describe('quarantine, asked over HTTP', () => {
  const logger = createLogger({ name: 'test', level: 'silent' });
  const lifecycle = new Lifecycle(logger);
  const context = { clock: systemClock, logger, lifecycle, metrics: new Metrics() };
  let directory: string;
  let log: EventLog;
  let intake: Intake;
  let address: URL;
  let desk: QuarantineOverHttp;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-quarantine-'));
    const layout = await openDataDirectory(directory);
    log = await openEmbeddedLog({ directory: layout.log });
    lifecycle.onStop('log', () => log.close());
    intake = await openIntake(context, { mappings: undefined, sources: undefined }, log, layout, 'Europe/London');
    const door = IngestionModule.register({
      ingestion: intake.ingestion,
      tokens: new SourceTokens({}),
      requireOperator: serviceCheck(TOKEN),
    });
    address = new URL(await serveHttp(context, { host: '127.0.0.1', port: 0, modules: [door], readiness: [] }));
    desk = new QuarantineOverHttp(address, TOKEN);
    await intake.ingestion.accept('ehr', 'event', BROKEN);
    await intake.ingestion.accept('ehr', 'event', Buffer.from('{"specversion":'));
  });
  afterAll(async () => {
    await lifecycle.stop();
    await rm(directory, { recursive: true });
  });

  it('lists and counts what the desk itself does, entry for entry', async () => {
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(await desk.list()).toEqual(plain(intake.ingestion.quarantine.list()));
    expect(await desk.counts()).toEqual(plain(intake.ingestion.quarantine.counts()));
    const [first, second] = intake.ingestion.quarantine.list();
    expect((await desk.list({ after: first!.id })).map(({ id }) => id)).toEqual([second!.id]);
    expect(await desk.list({ state: 'replayed' })).toEqual([]);
    expect(await desk.list({ limit: 1, source: 'ehr' })).toHaveLength(1);
  });

  it('gives originals byte for byte', async () => {
    const [first] = await desk.list();
    expect(Buffer.from((await desk.show(first!.id)).original).equals(BROKEN)).toBe(true);
  });

  it('previews, mends and replays into the log', async () => {
    const [, second] = await desk.list();
    const mended = Buffer.from(JSON.stringify(EVENT));
    expect((await desk.preview(second!.id, undefined)).problems).not.toEqual([]);
    expect((await desk.preview(second!.id, mended)).events).toHaveLength(1);
    expect(await desk.replay(second!.id)).toMatchObject({ outcome: 'still-open' });
    await desk.mend(second!.id, mended);
    expect(await desk.replay(second!.id)).toMatchObject({ outcome: 'replayed', receipt: { accepted: 1 } });
    expect((await log.ends()).reduce((sum, end) => sum + end)).toBe(1);
  });

  it.each([
    ['quarantine.unknown', () => desk.show('Q-99999999')],
    ['quarantine.unreachable', () => new QuarantineOverHttp(address, 'another token of thirty-two letters').list()],
    ['quarantine.unreachable', () => new QuarantineOverHttp(new URL('http://127.0.0.1:9'), TOKEN).counts()],
  ])('says %s', async (code, ask) => {
    const error: unknown = await ask().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error instanceof ProblemError ? error.code : error).toBe(code);
  });

  it('answers nobody without the token', async () => {
    expect((await fetch(new URL('/ingest/quarantine', address))).status).toBe(401);
    expect((await fetch(new URL('/ingest/quarantine/counts', address), { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });
});
