import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { projectedTables, type Step } from '@plumbline/projecting';
import { changed, digestsOf, openGround, openWard, removeDirectory, settle, temporaryDirectory } from './platform';
import type { VictimOrders } from './victim';

/** 100 by `PLUMBLINE_KILL_CYCLES=100`; a few unless told, because each starts a process. */
const CYCLES = Number(process.env['PLUMBLINE_KILL_CYCLES'] ?? '9');
const STEPS: readonly Step[] = [
  'alerts-written',
  'table-written',
  'rows-written',
  'rows-removed',
  'checkpoint-written',
  'folded',
  'epoch-raised',
  'announced',
];
const ROOT = join(__dirname, '../..');

interface Ended {
  /** All events before it were acknowledged, as the ledger outside of the process says. */
  readonly acknowledged: number;
  readonly signal: NodeJS.Signals | null;
  readonly errors: string;
}

/** Runs a victim until it dies; `patience`: how many milliseconds after its first acknowledgement it is killed from outside. */
function runVictim(orders: VictimOrders, patience?: number): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const script = join(__dirname, 'victim.ts');
    const child = spawn(process.execPath, ['--require', join(ROOT, 'test/support/typescript.cjs'), script, JSON.stringify(orders)], {
      cwd: ROOT,
    });
    let ledger = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (ledger === '' && patience !== undefined) setTimeout(() => child.kill('SIGKILL'), patience);
      ledger += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      const lines = ledger.slice(0, ledger.lastIndexOf('\n') + 1).trimEnd();
      const last = lines === '' ? orders.from : Number(lines.split('\n').at(-1));
      resolve({ acknowledged: last, signal, errors });
    });
  });
}

/** What the analytics store holds against the ledger, after a start that only goes on and mends nothing. */
async function reckon(
  directory: string,
  acknowledged: number,
  start: (store: AnalyticsStore) => AnalyticsStore = (store) => store,
): Promise<{ lost: number; doubled: number; asCleanPass: boolean }> {
  const ground = await openGround(directory);
  const projector = await openWard({ ...ground, store: start(ground.store) }, { recheck: false });
  await settle(ground, projector);
  const rows = await ground.store.query<{ id: string; times: number }>(
    sql`SELECT id, count() AS times FROM ${table('events')} GROUP BY id`,
  );
  const times = new Map(rows.map((row) => [row.id, row.times]));
  const lost = Array.from({ length: acknowledged }, (_, index) => `event-${String(index)}`).filter((id) => !times.has(id)).length;
  const doubled = rows.filter((row) => row.times > 1).length;
  const before = await digestsOf(ground.store);
  await projector.rebuild();
  const after = await digestsOf(ground.store);
  await projector.close();
  await ground.close();
  return { lost, doubled, asCleanPass: JSON.stringify(before) === JSON.stringify(after) };
}

describe('kill -9 while events are taken in and projected', () => {
  let directory: string;
  beforeEach(() => {
    directory = temporaryDirectory('kill');
  });
  afterEach(() => {
    removeDirectory(directory);
  });

  it(
    `loses and doubles nothing in ${String(CYCLES)} cycles, at each step of a round and at random`,
    async () => {
      let from = 0;
      for (let cycle = 0; cycle < CYCLES; cycle += 1) {
        const step = STEPS[cycle % (STEPS.length + 1)];
        // A partition is taken over once in the life of a process.
        const occasion = step === 'epoch-raised' || step === 'rows-removed' ? 1 : 1 + ((cycle * 7) % 5);
        // Every other start counts the rows below the checkpoints; the others have to do with the checkpoints.
        const orders = {
          directory,
          from,
          to: from + 100_000,
          dieAt: step ?? 'never',
          occasion,
          recheck: cycle % 2 === 0,
          // None, one, and more than there are cores; the next start has another number.
          threads: [0, 1, 3][cycle % 3] ?? 0,
          broken: 'not',
        } as const;
        const ended = await runVictim(orders, step === undefined ? (cycle * 37) % 300 : undefined);
        expect([ended.errors, ended.signal]).toEqual(['', 'SIGKILL']);
        from = ended.acknowledged;
      }
      expect(from).toBeGreaterThan(0);
      expect(await reckon(directory, from)).toEqual({ lost: 0, doubled: 0, asCleanPass: true });
    },
    60_000 + CYCLES * 30_000,
  );

  it('catches a start that does not take out the rows beyond the checkpoints', async () => {
    const orders = {
      directory,
      from: 0,
      to: 100_000,
      dieAt: 'rows-written',
      occasion: 3,
      recheck: false,
      threads: 0,
      broken: 'not',
    } as const;
    const ended = await runVictim(orders);
    expect([ended.errors, ended.signal]).toEqual(['', 'SIGKILL']);
    const found = await reckon(directory, ended.acknowledged, (store) => {
      // The first statements would take rows out; the rebuild that this is held against needs those after.
      let refused = 0;
      return changed(store, {
        execute: (statement) => ((refused += 1) <= projectedTables.length ? Promise.resolve() : store.execute(statement)),
      });
    });
    expect(found.doubled).toBeGreaterThan(0);
    expect(found.asCleanPass).toBe(false);
  }, 240_000);

  it('catches a variant that loses rows because the checkpoint is written before them', async () => {
    const variant = { dieAt: 'between-checkpoint-and-rows', broken: 'checkpoint-before-rows' } as const;
    const ended = await runVictim({ directory, from: 0, to: 100_000, occasion: 3, recheck: false, threads: 1, ...variant });
    expect([ended.errors, ended.signal]).toEqual(['', 'SIGKILL']);
    const found = await reckon(directory, ended.acknowledged);
    expect(found.lost).toBeGreaterThan(0);
    expect(found.asCleanPass).toBe(false);
  }, 240_000);
});
