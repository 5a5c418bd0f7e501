import { describeWithKafka, freePorts } from '../../../infra/local/kafka';
import { seeded, until } from '../log/child';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy';
import { examine, nothingFound } from './ledger';
import { Scene } from './scene';

const CUTS = Number(process.env['PLUMBLINE_CUT_ACKNOWLEDGEMENTS'] ?? 20);
const BROKEN_ROUNDS = 6;

describeWithKafka('acknowledgements that are cut off', () => {
  let scene: Scene;
  let proxy: CuttingProxy;
  let proxyPort: number;

  beforeAll(async () => {
    [proxyPort = 0] = await freePorts(1);
    scene = await Scene.open({ proxyPort });
    const random = seeded(20_261_126);
    proxy = await startCuttingProxy(proxyPort, scene.kafka.proxiedPort ?? 0, () => random() < 0.1);
  }, 240_000);

  afterAll(async () => {
    await proxy.close();
    await scene.close();
  });

  it(
    `lose, double and reorder nothing where each partition has its lane: ${CUTS} cuts`,
    async () => {
      const reader = scene.start('reading', 'reader');
      const writer = scene.start('appending', 'K-', [`127.0.0.1:${proxyPort}`]);
      const before = proxy.cuts();
      await until(() => proxy.cuts() - before >= CUTS, 'the cuts', 60_000 + CUTS * 2_000);
      const evidence = await scene.finish(writer, reader);
      expect(examine(evidence)).toEqual(nothingFound);
      if (CUTS > 100) process.stdout.write(`${proxy.cuts() - before} cuts, ${evidence.acknowledged.length} acknowledged, nothing found\n`);
    },
    180_000 + CUTS * 2_000,
  );

  it('lose or double records where two batches of one producer are under way at once: the mistake is found', async () => {
    const found: string[] = [];
    for (let round = 0; round < BROKEN_ROUNDS && found.length === 0; round += 1) {
      const prefix = `B${round}-`;
      const broken = scene.start('concurrent-sends', prefix, [`127.0.0.1:${proxyPort}`]);
      await broken.ended;
      const acknowledged = broken.said('acknowledged or read');
      expect(acknowledged.length).toBeGreaterThan(0);
      const stored = (await scene.stored()).filter(([key]) => key.startsWith(prefix));
      const { lost, duplicate } = examine({ acknowledged, stored, handedOver: stored, read: [] });
      found.push(...lost, ...duplicate);
    }
    expect(found.length).toBeGreaterThan(0);
  }, 240_000);
});
