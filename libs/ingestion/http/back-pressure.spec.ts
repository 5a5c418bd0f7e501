import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { LogPosition, LogRecord } from '@plumbline/event-log';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ingestion } from '../core/ingestion';
import { openDoor, type Door } from '../spec/bench';
import { VolatileLog } from '../spec/volatile-log';
import { IngestionModule } from './ingestion.module';
import { SourceTokens } from './source-tokens';

const TOKEN = 'ehr-token-0123456789abcdef';
const APPEND_MILLISECONDS = 20;
const REQUESTS = 120;
const INSIDE = 8;

/** A log that is ten times slower than those who send. */
class SlowLog extends VolatileLog {
  override async append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    await pause(APPEND_MILLISECONDS);
    return super.append(records);
  }
}

const data = { clinician: 'dr-1', patient: 'pat-1', direction: 'inbound', channel: 'portal', urgency: 'routine', redirect: false };
const line = (id: string): string =>
  JSON.stringify({ specversion: '1.0', id, source: 'ehr', type: 'messaging.message-sent', time: '2026-10-03T21:04:00Z', data });

let door: Door;
let log: SlowLog;
beforeEach(async () => {
  log = new SlowLog();
  door = await openDoor({ log });
});
afterEach(() => door.close());

interface Storm {
  readonly turnedAway: number;
  /** The most inputs that were held at the same time. */
  readonly most: number;
}

/** Every sender sends at once and comes again when it is turned away, until it was acknowledged. */
async function storm(maxInputs: number | undefined): Promise<Storm> {
  let inside = 0;
  let most = 0;
  const counting: Ingestion = {
    ...door.ingestion,
    async accept(...given) {
      inside += 1;
      most = Math.max(most, inside);
      try {
        return await door.ingestion.accept(...given);
      } finally {
        inside -= 1;
      }
    },
  };
  const tokens = new SourceTokens({ [SourceTokens.hashOf(TOKEN)]: 'ehr' });
  const http = { ingestion: counting, tokens, requireOperator: () => Promise.resolve(), ...(maxInputs === undefined ? {} : { maxInputs }) };
  const module = await Test.createTestingModule({ imports: [IngestionModule.register(http)] }).compile();
  const application: INestApplication = module.createNestApplication();
  application.useLogger(false);
  await application.listen(0, '127.0.0.1');
  const address = `${await application.getUrl()}/ingest/events`;
  const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${TOKEN}` };
  let turnedAway = 0;
  const sender = async (number: number): Promise<void> => {
    for (let status = 0; status !== 200;) {
      const response = await fetch(address, { method: 'POST', headers, body: `${line(`${number}-a`)}\n${line(`${number}-b`)}` });
      ({ status } = response);
      if (status === 429) {
        turnedAway += 1;
        expect(await response.json()).toMatchObject({ problems: [{ code: 'ingestion.busy' }] });
        await pause(20 + (number % 60));
      } else expect(await response.json()).toMatchObject({ accepted: 2 });
    }
  };
  await Promise.all(Array.from({ length: REQUESTS }, (_, number) => sender(number)));
  await application.close();
  return { turnedAway, most };
}

it('turns senders away with 429 while as much is held as may be, and loses nothing of those who come again', async () => {
  const { turnedAway, most } = await storm(INSIDE);
  expect(turnedAway).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(INSIDE);
  expect(log.events()).toHaveLength(REQUESTS * 2);
  expect(new Set(log.events().map(({ id }) => id)).size).toBe(REQUESTS * 2);
});

it('would hold far more without a bound', async () => {
  const { turnedAway, most } = await storm(Infinity);
  expect(turnedAway).toBe(0);
  expect(most).toBeGreaterThan(INSIDE);
});

it('pauses a long input while the log is behind, and drains when it has ended', async () => {
  const GROUPS = 20;
  let pulled = 0;
  let furthest = 0;
  async function* input(): AsyncGenerator<Buffer> {
    for (let group = 0; group < GROUPS; group += 1) {
      pulled += 1;
      furthest = Math.max(furthest, pulled - log.appends.length);
      await Promise.resolve();
      yield Buffer.from(`${Array.from({ length: 1_000 }, (_, index) => line(`${group}-${index}`)).join('\n')}\n`);
    }
  }
  expect(await door.ingestion.accept('ehr', 'event-ndjson', input())).toMatchObject({ accepted: GROUPS * 1_000 });
  // One group is written, one is ready, one is being read.
  expect(furthest).toBeLessThanOrEqual(3);
  expect(log.events()).toHaveLength(GROUPS * 1_000);
});
