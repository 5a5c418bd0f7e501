import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { systemClock } from '@plumbline/kernel';
import { describeWithKafka } from '../../../infra/local/kafka';
import { eventsIn, openGround, removeDirectory, temporaryDirectory } from './spec/ground';
import { many } from './spec/hospital-topics';
import { openKafkaGround, until, type KafkaGround } from './spec/kafka-ground';
import type { VictimOrders } from './spec/victim';
import { startSourceTopics } from './start-source-topics';

/** More by `PLUMBLINE_KILLS=100`; a few unless told, because the group misses each killed process for six seconds. */
const CYCLES = Math.min(100, Number(process.env['PLUMBLINE_KILLS'] ?? '6'));
const STEPS = ['after-append', 'before-append', 'after-commit'] as const;
const ROOT = join(__dirname, '../../..');
/** So many messages come between two kills. */
const MESSAGES = 600;

function runVictim(orders: VictimOrders): Promise<{ readonly signal: NodeJS.Signals | null; readonly said: string }> {
  const script = join(__dirname, 'spec/victim.ts');
  const child = spawn(process.execPath, ['--require', join(ROOT, 'test/support/typescript.cjs'), script, JSON.stringify(orders)], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      resolve({ signal, said });
    });
  });
}

describeWithKafka('kill -9 while source topics are read', () => {
  let broker: KafkaGround;
  let directory: string;
  beforeAll(async () => {
    broker = await openKafkaGround();
  });
  afterAll(() => broker.close());
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => {
    removeDirectory(directory);
  });

  /** Kills a process in each cycle, lets one in order read the rest, and compares the log with the ledger: what Kafka had acknowledged. */
  async function reckon(prefix: string, cycles: number, commitsFirst: boolean): Promise<{ lost: number; doubled: number }> {
    const topic = `${prefix}.source.ehr`;
    await broker.createTopics(prefix, ['ehr'], 2);
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      await broker.send(topic, many((cycle + 1) * MESSAGES).slice(cycle * MESSAGES));
      const dieAt = commitsFirst ? 'before-append' : (STEPS[cycle % STEPS.length] ?? 'after-append');
      const ended = await runVictim({ directory, brokers: broker.broker.brokers, prefix, dieAt, occasion: 1, commitsFirst });
      expect(ended).toEqual({ signal: 'SIGKILL', said: '' });
    }
    const ground = await openGround(directory);
    const last = await startSourceTopics({
      ...{ kafka: broker.kafka, ingestion: ground.ingestion, sources: ['ehr'], clock: systemClock, prefix },
      onFailure: (error) => {
        throw error;
      },
    });
    await until(async () => (await broker.behind(`${prefix}-ingest`, topic)) === 0);
    await last.stop();
    const times = new Map<string, number>();
    for (const { id } of await eventsIn(ground.log)) times.set(id, (times.get(id) ?? 0) + 1);
    await ground.close();
    const ledger = Array.from({ length: cycles * MESSAGES }, (_, index) => String(index));
    return {
      lost: ledger.filter((id) => !times.has(id)).length,
      doubled: [...times.values()].filter((count) => count > 1).length,
    };
  }

  it(
    `loses and doubles nothing in ${String(CYCLES)} cycles, before and after the append and after the commit`,
    async () => {
      expect(await reckon('killed', CYCLES, false)).toEqual({ lost: 0, doubled: 0 });
    },
    60_000 + CYCLES * 30_000,
  );

  it('finds what is lost where the position is committed before the append', async () => {
    expect((await reckon('broken', 1, true)).lost).toBeGreaterThan(0);
  }, 240_000);
});
