import { openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClickHouseFront, type ClickHouseFront } from '../../../infra/local/clickhouse';
import { seeded } from '../log/child';
import { startFaultyProxy, type AnswerFate } from './faulty-proxy';
import { examine, nothingFound, prepareTable, write } from './writing';

const KILLS = Number(process.env['PLUMBLINE_KILLS'] ?? 6);
const CUTS = 40;
const PASSWORD = 'faults';

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('inserts while ClickHouse fails', () => {
  let directory: string;
  let front: ClickHouseFront;
  const opened: AnalyticsStore[] = [];

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'plumbline-clickhouse-faults-'));
    front = await startClickHouseFront({ directory, password: PASSWORD });
    await prepareTable(await open(front.url));
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await front.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  async function open(url: string): Promise<AnalyticsStore> {
    const store = await openAnalyticsStore({ url, username: 'default', password: PASSWORD });
    opened.push(store);
    return store;
  }

  it(
    `lose and double nothing over ${KILLS} kills in mid-insert`,
    async () => {
      const random = seeded(20_261_125);
      const store = await open(front.url);
      let finished = false;
      const writing = write(store, { until: () => finished });
      for (let kill = 0; kill < KILLS; kill += 1) {
        await wait(100 + random() * 400);
        await front.kill();
        front = await startClickHouseFront({ directory, password: PASSWORD, port: front.port });
      }
      await wait(200);
      finished = true;
      const acknowledged = await writing;
      expect(acknowledged.length).toBeGreaterThan(KILLS);
      expect(await examine(store, acknowledged)).toEqual(nothingFound);
      if (KILLS > 20) process.stdout.write(`${KILLS} kills, ${acknowledged.length} batches acknowledged, nothing found\n`);
    },
    60_000 + KILLS * 10_000,
  );

  it('wait while it is halted, and lose and double nothing', async () => {
    const store = await open(front.url);
    let finished = false;
    const writing = write(store, { until: () => finished });
    for (let halt = 0; halt < 3; halt += 1) {
      await wait(150);
      front.pause();
      await wait(700);
      front.resume();
    }
    finished = true;
    expect(await examine(store, await writing)).toEqual(nothingFound);
  });

  /** Writes through a proxy until enough answers were disturbed. */
  async function writeDisturbed(
    fate: AnswerFate,
    tokenOf?: (batch: number, attempt: number) => string,
  ): Promise<ReturnType<typeof examine>> {
    const random = seeded(20_261_125);
    const proxy = await startFaultyProxy(front.port, (statement) => (statement === 'insert' && random() < 0.3 ? fate : 'passes'));
    const disturbed = await open(proxy.url);
    const acknowledged = await write(disturbed, {
      until: () => proxy.disturbed() >= (fate === 'is late' ? 5 : CUTS),
      ...(tokenOf === undefined ? {} : { tokenOf }),
    });
    await proxy.close();
    return examine(await open(front.url), acknowledged);
  }

  it(`lose and double nothing where ${CUTS} answers are cut after the rows were stored`, async () => {
    expect(await writeDisturbed('is cut')).toEqual(nothingFound);
  });

  it('lose and double nothing where answers are late', async () => {
    expect(await writeDisturbed('is late')).toEqual(nothingFound);
  });

  it('double rows where a repeated batch is not recognised: the mistake is found', async () => {
    const found = await writeDisturbed('is cut', (batch, attempt) => `probe:${batch}:${attempt}`);
    expect(found.duplicate.length).toBeGreaterThan(CUTS / 4);
    expect(found.lost).toEqual([]);
  });

  it('would notice a batch that was acknowledged and is not there', async () => {
    const store = await open(front.url);
    let batches = 0;
    const acknowledged = await write(store, { until: () => (batches += 1) > 3 });
    expect((await examine(store, [...acknowledged, 1_000])).lost).toEqual([1_000]);
  });
});
