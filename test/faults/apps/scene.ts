import { openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import { openKafkaLog, type EventLog } from '@plumbline/event-log';
import { followProjection, untilRead } from '@plumbline/projecting';
import { createLogger } from '@plumbline/runtime';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { startLocalPlatform, type LocalPlatform } from '../../../infra/local/platform';
import { NOTHING, check, type Findings } from './checkers';
import { Ledger } from './ledger';
import { policyThatTells } from './policy';
import { Receiver } from './receiver';

const TOKEN = 'token-of-the-reports-0123456789ab';
const CLINICIANS = 7;
const PATIENCE_MILLISECONDS = 180_000;
const ASKED_AGAIN_MILLISECONDS = 500;

/** A distributed platform, and outside of its processes the source that sends, the receiver that is told, and a view of log and tables. */
export interface Scene {
  readonly platform: LocalPlatform;
  readonly ledger: Ledger;
  readonly store: AnalyticsStore;
  /** Ends the sending, lets everything come to rest and says what went wrong since the scene was opened. */
  settle(): Promise<Findings>;
  close(): Promise<void>;
}

/** Starts a broker, a front and every process once: what is killed later is started again by itself. */
export async function openScene(projectors: number): Promise<Scene> {
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
  return {
    platform,
    ledger,
    store,
    async settle() {
      await ledger.end();
      const followed = await followProjection({ log, store });
      try {
        let findings = NOTHING;
        // Telling people appends to the log, so it is at rest when nobody is untold.
        for (const deadline = Date.now() + PATIENCE_MILLISECONDS; Date.now() < deadline;) {
          await untilRead(log, followed);
          findings = await check({ acknowledged: ledger.acknowledged, log, store, told: receiver.told });
          if (findings.untold.length === 0) break;
          await setTimeout(ASKED_AGAIN_MILLISECONDS);
        }
        return findings;
      } finally {
        await followed.close();
      }
    },
    async close() {
      await ledger.end();
      await store.close();
      await log.close();
      await platform.stop();
      await receiver.close();
      await rm(place, { recursive: true, force: true });
    },
  };
}
