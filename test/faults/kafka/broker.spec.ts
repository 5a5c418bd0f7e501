import { setTimeout as pause } from 'node:timers/promises';
import { describeWithKafka } from '../../../infra/local/kafka';
import { seeded, until } from '../log/child';
import { examine, nothingFound, type Entry } from './ledger';
import { Scene, type Child } from './scene';

const RESTARTS = Number(process.env['PLUMBLINE_BROKER_RESTARTS'] ?? 2);
const AWAY_SECONDS = Number(process.env['PLUMBLINE_BROKER_AWAY_SECONDS'] ?? 5);

describeWithKafka('a broker that fails while the log is written and read', () => {
  let scene: Scene;
  let writer: Child;
  let reader: Child;
  const acknowledged = (): number => writer.said('acknowledged or read').length;

  beforeEach(async () => {
    scene = await Scene.open();
    reader = scene.start('reading', 'reader');
    writer = scene.start('appending', 'K-');
    await until(() => acknowledged() > 50, 'the first acknowledgements');
    // A log is not opened while no broker answers; only who reads already has to outlive that.
    await until(() => reader.said('acknowledged or read').length > 0, 'the first records read');
  }, 240_000);

  afterEach(async () => {
    for (const child of [writer, reader]) child.process.kill('SIGKILL');
    await scene.close();
  });

  /** Waits until writing goes on, so that every fault meets a log at work. */
  async function goesOn(): Promise<void> {
    const before = acknowledged();
    await until(() => acknowledged() > before + 50, 'acknowledgements after the fault', 60_000);
  }

  it(
    `loses, doubles, skips and reorders nothing in ${RESTARTS} kills and restarts`,
    async () => {
      const random = seeded(20_261_125);
      for (let restart = 0; restart < RESTARTS; restart += 1) {
        await pause(random() * 1_000);
        await scene.kafka.kill();
        await scene.kafka.restart();
        await goesOn();
      }
      const evidence = await scene.finish(writer, reader);
      expect(examine(evidence)).toEqual(nothingFound);
      expect(evidence.acknowledged.length).toBeGreaterThan(RESTARTS * 50);
      const repeats = evidence.stored.length - new Set(evidence.stored.map(([key]) => key)).size;
      if (RESTARTS > 10) {
        process.stdout.write(
          `${RESTARTS} restarts, ${evidence.acknowledged.length} acknowledged, nothing found; ${repeats} repeats in the topic, dropped by the reader\n`,
        );
      }
    },
    120_000 + RESTARTS * 40_000,
  );

  it(
    `goes on where it was after the broker was away for ${AWAY_SECONDS} s`,
    async () => {
      await scene.kafka.kill();
      await pause(AWAY_SECONDS * 1_000);
      await scene.kafka.restart();
      await goesOn();
      expect(examine(await scene.finish(writer, reader))).toEqual(nothingFound);
    },
    120_000 + AWAY_SECONDS * 4_000,
  );

  it(
    `goes on where it was after the broker was frozen for ${AWAY_SECONDS} s with its connections open`,
    async () => {
      scene.kafka.pause();
      await pause(AWAY_SECONDS * 1_000);
      scene.kafka.resume();
      await goesOn();
      expect(examine(await scene.finish(writer, reader))).toEqual(nothingFound);
    },
    120_000 + AWAY_SECONDS * 4_000,
  );

  it('reads records that were sent again, and hands them on once; a reader that kept repeats would be noticed', async () => {
    const again = scene.start('appending', 'K-');
    await until(() => again.said('acknowledged or read').length > 50, 'the same records, sent again');
    again.process.kill('SIGTERM');
    await again.ended;
    const evidence = await scene.finish(writer, reader);
    const repeats = new Set(again.said('acknowledged or read').map(([key]: Entry) => key));
    expect(evidence.acknowledged.some(([key]) => repeats.has(key))).toBe(true);
    expect(examine({ ...evidence, acknowledged: [] })).toEqual(nothingFound);
    const careless = examine({ ...evidence, handedOver: evidence.read });
    expect(careless.duplicate.length).toBeGreaterThan(0);
    expect(careless.outOfOrder.length).toBeGreaterThan(0);
  }, 240_000);
});
