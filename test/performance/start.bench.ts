import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Section } from './figures';
import { freePorts } from '../../infra/local/kafka';

const MAIN = join(__dirname, '..', '..', 'apps', 'standalone', 'main.js');
const READY = 'Plumbline is at ';
const SECOND_STARTS = 3;

/** Seconds until the platform says that it is there, which it does once the simulated hospital's alerts are; then it is stopped in order. */
async function secondsToStart(directory: string): Promise<number> {
  const environment = { PLUMBLINE_DATA_DIR: directory, PLUMBLINE_PORT: String((await freePorts(1))[0]), UV_THREADPOOL_SIZE: '16' };
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      resolve();
    }),
  );
  const seconds = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      if (printed.includes(READY)) resolve((performance.now() - started) / 1_000);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => {
      reject(new Error(`the platform ended before it was there:\n${printed.slice(-2_000)}`));
    });
  });
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

/** From an empty data directory to a dashboard with the simulated hospital's alerts, and the starts after that. */
export async function benchmarkStart(): Promise<Section> {
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-start-'));
  try {
    const first = await secondsToStart(directory);
    const later: number[] = [];
    for (let start = 0; start < SECOND_STARTS; start += 1) later.push(await secondsToStart(directory));
    const longest = Math.max(...later);
    return {
      title: 'Starting',
      how: 'The built platform as a process of its own. The first start simulates a hospital, takes its records in as FHIR and folds them; installation and building come before it and are not counted.',
      figures: [
        {
          what: 'empty data directory to the dashboard with alerts',
          measured: `${first.toFixed(1)} s`,
          comparedWith: '–',
          value: first,
          unit: ' s',
          goal: { atMost: 120 },
        },
        {
          what: `later starts, the longest of ${SECOND_STARTS}`,
          measured: later.map((seconds) => `${seconds.toFixed(1)} s`).join(', '),
          comparedWith: '–',
          value: longest,
          unit: ' s',
          goal: { atMost: 10 },
        },
      ],
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
