import { ProblemError } from '@plumbline/kernel';
import { projectRoot } from '@plumbline/platform';
import { readConfiguration, wholeSetting } from '@plumbline/runtime';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Program } from './program';
import { PARTITIONS, startLocalPlatform, type LocalPlatform } from './start-local-platform';

/** How much of what it printed is shown where a process fails. */
const LINES_OF_AN_END = 6;
/** With this the command line says: done, and something waits for a person. */
const RECORDS_WAIT = 3;
/** What a start is told in numbers, read as the settings of a process are. */
const NUMBERS = {
  /** No more than the log has partitions: another would have nothing to do. */
  projectors: wholeSetting('--projectors', { describes: 'how many projectors share the partitions', minimum: 1, maximum: PARTITIONS }),
  apiPort: wholeSetting('PLUMBLINE_PORT', { describes: 'the port of the dashboard, also given by --port', minimum: 1, maximum: 65_535 }),
};
/** Whether the processes are ended by us: nobody needs to be told then. */
let stopping = false;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The environment without variables of a platform that is started some other way. */
const withoutOurs = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('PLUMBLINE_')));

/** One command line of `plumbline` against the platform that runs, its progress shown as it is. */
async function plumbline(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'apps', 'cli', 'main.js'), ...args], {
    cwd: projectRoot,
    env: { ...withoutOurs(process.env), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  // The simulated hospital has records that wait for a person afterwards.
  if (code !== 0 && code !== RECORDS_WAIT) throw new Error(`plumbline ${args.join(' ')} ended with ${String(code)}`);
}

/** Sends the simulated hospital through ingest, once for each directory. What an interrupted filling had sent is a repeat the next time. */
async function fill(directory: string, { environment }: LocalPlatform): Promise<void> {
  const mark = join(directory, 'filled');
  if (existsSync(mark)) return;
  const hospital = await mkdtemp(join(tmpdir(), 'plumbline-hospital-'));
  try {
    say('  Simulating a hospital and sending its records …');
    await plumbline(environment, 'simulate', '--seed', '7', '--clinicians', '24', '--days', '210', '--slips', '--out', hospital);
    await plumbline(environment, 'import', join(hospital, 'hospital'), '--source-folders');
    await writeFile(mark, '');
  } finally {
    await rm(hospital, { recursive: true, force: true });
  }
}

/** Keeps what a command line, or a further process, is given to belong to this platform, in a file that its owner alone can read. */
async function keepVariables(directory: string, { environment }: LocalPlatform): Promise<string> {
  const file = join(directory, 'variables.sh');
  const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;
  const lines = Object.entries(environment).map(([name, value]) => `${name}=${quoted(value)}\n`);
  await rm(file, { force: true });
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
}

/** Says that one of the processes has ended. The others go on, as they do where each is on a machine of its own. */
async function tellEnd(program: Program): Promise<void> {
  const { pid } = program;
  const end = await program.ended();
  if (stopping) return;
  say(`  ${program.name} (process ${String(pid)}) ended with ${String(end)}; the others go on.`);
  if (typeof end === 'number' && end !== 0) say(program.said.split('\n').slice(-LINES_OF_AN_END).join('\n'));
}

/*
 * npm run start:distributed [-- --projectors 2 --data directory --port 4747 --empty]: the distributed platform on this machine, without
 * Docker, until it is interrupted. What it keeps stays in the directory.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      projectors: { type: 'string', default: '1' },
      data: { type: 'string', default: join(projectRoot, '.data', 'distributed') },
      port: { type: 'string', default: process.env['PLUMBLINE_PORT'] ?? '4747' },
      empty: { type: 'boolean', default: false },
    },
  });
  const numbers = readConfiguration({ '--projectors': values.projectors, PLUMBLINE_PORT: values.port }, NUMBERS);
  const directory = resolve(values.data);
  await mkdir(directory, { recursive: true });
  // Ctrl+C comes from the terminal and once more from npm: only the first may count, and none may end us before everything is stopped.
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        resolve();
      });
  });
  const platform = await startLocalPlatform({
    directory,
    ...numbers,
    onStep: (what) => {
      say(`  ${what} …`);
    },
  });
  try {
    if (!values.empty) await Promise.race([fill(directory, platform), interrupted]);
    process.stdout.write(platform.api.said);
    const others = [platform.ingest, ...platform.projectors, platform.alerts];
    for (const { name, address, pid } of others) process.stdout.write(`  ${name.padEnd(10)} ${address}  process ${String(pid)}\n`);
    process.stdout.write(`\n  Data: ${directory} · stop with Ctrl+C\n`);
    process.stdout.write(`  Command line: ( set -a; . ${await keepVariables(directory, platform)}; npm run plumbline -- doctor )\n\n`);
    const ends = [platform.api, ...others].map((program) => tellEnd(program));
    await Promise.race([interrupted, Promise.all(ends)]);
  } finally {
    stopping = true;
    say('  Stopping …');
    await platform.stop();
  }
}

main().catch((error: unknown) => {
  say(error instanceof ProblemError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
