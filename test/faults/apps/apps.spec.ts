import { openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import { openKafkaLog, type EventLog } from '@plumbline/event-log';
import { followProjection, untilRead } from '@plumbline/projecting';
import { createLogger } from '@plumbline/runtime';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describeWithKafka } from '../../../infra/local/kafka';
import { Program, startLocalPlatform, type LocalPlatform } from '../../../infra/local/platform';
import { plumbline } from '../../support/command-line';
import { NOTHING, check, type Findings } from './checkers';
import { Ledger } from './ledger';
import { policyThatTells } from './policy';
import { Receiver } from './receiver';

/** How often each process is killed, by `PLUMBLINE_KILLS=100`. It takes minutes for each, so that without it only projectors come and go. */
const KILLS = Number(process.env['PLUMBLINE_KILLS'] ?? '0');
const CHANGES = 2 * Math.max(1, KILLS);
const MINUTES = 60_000;
const TOKEN = 'token-of-the-reports-0123456789ab';
const CLINICIANS = 7;

const LANE = 'libs/ingestion/core/lane.js Lane decide';
const WRITER = 'libs/projecting/write/round-writer.js RoundWriter';
const WEBHOOK = 'libs/alerting/transports/webhook.js WebhookTransport send';
/** Where each program dies, and what it was about to do or had just done. */
const STEPS: readonly (readonly ['ingest' | 'projector' | 'alerts', string])[] = [
  ['ingest', `${LANE} before 3`],
  ['ingest', `${LANE} after 3`],
  ['projector', `${WRITER} write before 4`],
  ['projector', `${WRITER} write after 4`],
  ['projector', `${WRITER} checkpoint after 3`],
  ['alerts', `${WEBHOOK} before 5`],
  ['alerts', `${WEBHOOK} after 5`],
];

/** A moment that differs from run to run within a span; which it was does not matter to what is expected. */
const moment = (atMost: number): Promise<void> => setTimeout(Math.random() * atMost);

interface Scene {
  readonly platform: LocalPlatform;
  readonly ledger: Ledger;
  /** Lets everything come to rest and says what went wrong. */
  settle(): Promise<Findings>;
  close(): Promise<void>;
}

async function openScene(projectors: number): Promise<Scene> {
  const place = await mkdtemp(join(tmpdir(), 'plumbline-app-faults-'));
  const receiver = await Receiver.open();
  await writeFile(join(place, 'sources.yaml'), `- { name: reports, zone: Europe/London, token: ${TOKEN} }\n`);
  await writeFile(join(place, 'policy.yaml'), policyThatTells(receiver.url));
  const platform = await startLocalPlatform({
    ...{ directory: join(place, 'platform'), partitions: 3, projectors },
    environment: {
      PLUMBLINE_SOURCES: join(place, 'sources.yaml'),
      PLUMBLINE_POLICY: join(place, 'policy.yaml'),
      PLUMBLINE_PUBLIC_URL: 'http://127.0.0.1:4747',
      PLUMBLINE_WEBHOOK_ALLOW_LOOPBACK: '1',
      PLUMBLINE_WEBHOOK_SECRETS: 'pager=a-secret-of-the-pager-0123456789',
    },
  });
  const logger = createLogger({ name: 'test', level: 'silent' });
  const log: EventLog = await openKafkaLog({ connection: { brokers: platform.kafka.brokers, logger }, topic: 'plumbline.log' });
  const { url, username, password } = platform.front;
  const store: AnalyticsStore = await openAnalyticsStore({ url, username, password });
  const ledger = new Ledger(platform.ingest, TOKEN, CLINICIANS);
  ledger.begin();
  return {
    platform,
    ledger,
    async settle() {
      await ledger.end();
      const followed = await followProjection({ log, store });
      try {
        let findings = NOTHING;
        // Telling people appends to the log, so it is at rest when nobody is untold.
        for (const deadline = Date.now() + 3 * MINUTES; Date.now() < deadline;) {
          await untilRead(log, followed);
          findings = await check({ acknowledged: ledger.acknowledged, log, store, told: receiver.told });
          if (findings.untold.length === 0) break;
          await setTimeout(500);
        }
        return findings;
      } finally {
        await followed.close();
      }
    },
    async close() {
      await store.close();
      await log.close();
      await platform.stop();
      await receiver.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}

const preload = (changes: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  ...changes,
  NODE_OPTIONS: `--require ${join(__dirname, 'die-at.cjs')}`,
});

describeWithKafka('processes that die while records come in', () => {
  let scene: Scene;
  afterEach(() => scene.close(), MINUTES);

  const itWhenAsked = KILLS > 0 ? it : () => undefined;
  itWhenAsked(
    `lose, double, skip and reorder nothing, killed at ${String(STEPS.length * KILLS)} named steps and ${String(4 * KILLS)} times at random`,
    async () => {
      scene = await openScene(2);
      const { ingest, projectors, api, alerts } = scene.platform;
      const [projector = ingest, other = ingest] = projectors;
      const programs = { ingest, projector, alerts };
      for (let cycle = 0; cycle < KILLS; cycle += 1) {
        for (const [name, step] of STEPS) {
          const program = programs[name];
          await program.stop();
          program.launch(preload({ DIE_AT: step }));
          expect(await Promise.race([program.ended(), setTimeout(MINUTES, 'still alive', { ref: false })])).toBe('SIGKILL');
          await program.start();
        }
        for (const program of [ingest, other, api, alerts]) {
          await moment(1_500);
          await program.kill();
          await moment(500);
          await program.start();
        }
      }
      expect(await scene.settle()).toEqual(NOTHING);
      expect(scene.ledger.acknowledged.length).toBeGreaterThan(200);
      expect(await plumbline(scene.platform.environment, 'replay')).toMatchObject({ equal: true });
    },
    (4 + 6 * KILLS) * MINUTES,
  );

  it(
    `lose, double, skip and reorder nothing while ${String(CHANGES)} projectors are added and removed`,
    async () => {
      scene = await openScene(1);
      for (let cycle = 0; cycle < CHANGES; cycle += 1) {
        const added = await (await Program.on('projector', scene.platform.environment)).start();
        await moment(3_000);
        await (cycle % 2 === 0 ? added.stop() : added.kill());
        await moment(1_000);
      }
      expect(await scene.settle()).toEqual(NOTHING);
      expect(await plumbline(scene.platform.environment, 'replay')).toMatchObject({ equal: true });
    },
    (4 + CHANGES) * MINUTES,
  );

  it(
    'are caught where ingest acknowledges before it appends',
    async () => {
      scene = await openScene(1);
      const { ingest } = scene.platform;
      await ingest.stop();
      await ingest.start(preload({ MISTAKE: 'acknowledge-first' }));
      const before = scene.ledger.acknowledged.length;
      while (scene.ledger.acknowledged.length === before) await setTimeout(5);
      await ingest.kill();
      await ingest.start();
      const { lost } = await scene.settle();
      expect(lost.length).toBeGreaterThan(0);
    },
    4 * MINUTES,
  );
});
