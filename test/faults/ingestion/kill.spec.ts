import { IdentityVault, institutionKeyIn } from '@plumbline/access';
import { openEmbeddedLog } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requestOf } from './requests';

/** `PLUMBLINE_KILL_CYCLES=100` for the long run. */
const CYCLES = Number(process.env['PLUMBLINE_KILL_CYCLES'] ?? 6);
const STEPS = ['naming', 'appending', 'appended', 'answering', 'never'] as const;
const LOADER = join(__dirname, '../../support/typescript.cjs');
const CHILD = join(__dirname, 'accepting.child.ts');

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plumbline-kill-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

interface Cycle {
  readonly number: number;
  readonly again: number;
  readonly step: (typeof STEPS)[number];
  readonly time: number;
  readonly broken?: string;
}

/** Runs a child until it is dead and gives what it said. Where it does not kill itself it is killed a while after its first acknowledgement. */
async function runUntilKilled({ number, again, step, time, broken = 'nothing' }: Cycle): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    ['--require', LOADER, CHILD, directory, String(number), String(again), step, String(time), broken],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const chunks: Buffer[] = [];
  let waiting = false;
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    if (step !== 'never' || waiting || !chunk.includes('acknowledged')) return;
    waiting = true;
    setTimeout(() => child.kill('SIGKILL'), 20 + ((number * 37) % 200));
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  expect(signal).toBe('SIGKILL');
  const said = Buffer.concat(chunks).toString('utf8').split('\n').slice(0, -1);
  expect(said.filter((line) => line.startsWith('refused'))).toEqual([]);
  return said;
}

/** Kills a platform again and again; returns the keys of everything that was acknowledged in all of its lives. */
async function killAgainAndAgain(cycles: number, stepOf: (cycle: number) => Cycle['step'], broken?: string): Promise<ReadonlySet<string>> {
  const acknowledged = new Set<string>();
  let sent = 0;
  for (let number = 0; number < cycles; number += 1) {
    const step = stepOf(number);
    const said = await runUntilKilled({ number, again: sent, step, time: 1 + (number % 9), ...(broken === undefined ? {} : { broken }) });
    for (const line of said) {
      const [what, cycle, request] = line.split(' ');
      if (what === 'acknowledged') for (const key of requestOf(Number(cycle), Number(request)).keys) acknowledged.add(key);
    }
    // A life that ended while it was still repeating has sent nothing of its own.
    sent = said.filter((line) => line.startsWith('sent')).length;
  }
  return acknowledged;
}

interface Found {
  readonly lost: number;
  readonly doubled: number;
  readonly nameless: number;
}

/** Compares the log with the ledger: what of it is missing, what stands in the log twice, and events whose people nobody could name any more. */
async function compare(acknowledged: ReadonlySet<string>): Promise<Found> {
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const vault = new IdentityVault(join(directory, 'identities'), institutionKeyIn(join(directory, 'secrets')));
  const times = new Map<string, number>();
  let nameless = 0;
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for (let from = 0; ;) {
      const { records, next } = await log.read(partition, from);
      if (next === from) break;
      for (const { key, bytes } of records) {
        times.set(key, (times.get(key) ?? 0) + 1);
        const { clinician, patient } = decodeEvent(bytes).data as { readonly clinician: string; readonly patient: string };
        if (vault.reveal(clinician).state !== 'known' || vault.reveal(patient).state !== 'known') nameless += 1;
      }
      from = next;
    }
  }
  await vault.close();
  await log.close();
  return {
    lost: [...acknowledged].filter((key) => !times.has(key)).length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    nameless,
  };
}

it(
  `loses nothing that was acknowledged and doubles nothing that was sent again, over ${CYCLES} kills at each step and at random`,
  async () => {
    const acknowledged = await killAgainAndAgain(CYCLES, (cycle) => STEPS[cycle % STEPS.length] ?? 'never');
    expect(acknowledged.size).toBeGreaterThan(0);
    expect(await compare(acknowledged)).toEqual({ lost: 0, doubled: 0, nameless: 0 });
  },
  60_000 + CYCLES * 20_000,
);

it('notices an acknowledgement that came before the append', async () => {
  const acknowledged = await killAgainAndAgain(2, () => 'never', 'acknowledged-before-append');
  expect((await compare(acknowledged)).lost).toBeGreaterThan(0);
}, 240_000);

it('notices a start that does not read what the index missed', async () => {
  const acknowledged = await killAgainAndAgain(2, () => 'never', 'log-not-read-at-start');
  expect((await compare(acknowledged)).doubled).toBeGreaterThan(0);
}, 240_000);
