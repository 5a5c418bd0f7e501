import { ProblemError } from '@plumbline/kernel';
import { projectRoot } from '@plumbline/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalPlatform, type LocalPlatform } from './start-local-platform';

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** One command line of `plumbline` against the platform that runs, its progress shown as it is. */
async function plumbline(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'apps', 'cli', 'main.js'), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`plumbline ${args.join(' ')} ended with ${String(code)}`);
}

/** Sends the simulated hospital through ingest, once for each directory. What an interrupted filling had sent is a repeat the next time. */
async function fill(directory: string, { environment }: LocalPlatform): Promise<void> {
  const mark = join(directory, 'filled');
  if (existsSync(mark)) return;
  const hospital = await mkdtemp(join(tmpdir(), 'plumbline-hospital-'));
  try {
    say('  Simulating a hospital and sending its records …');
    await plumbline(environment, 'simulate', '--seed', '7', '--clinicians', '24', '--days', '210', '--out', hospital);
    await plumbline(environment, 'import', join(hospital, 'hospital'), '--source', 'simulated-hospital');
    await writeFile(mark, '');
  } finally {
    await rm(hospital, { recursive: true, force: true });
  }
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
      port: { type: 'string', default: '4747' },
      empty: { type: 'boolean', default: false },
    },
  });
  const directory = resolve(values.data);
  await mkdir(directory, { recursive: true });
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const platform = await startLocalPlatform({
    directory,
    projectors: Number(values.projectors),
    apiPort: Number(values.port),
    onStep: (what) => {
      say(`  ${what} …`);
    },
  });
  try {
    if (!values.empty) await Promise.race([fill(directory, platform), interrupted]);
    process.stdout.write(platform.api.said);
    const others = [platform.ingest, ...platform.projectors, platform.alerts];
    for (const { name, address } of others) process.stdout.write(`  ${name.padEnd(10)} ${address}\n`);
    process.stdout.write(`\n  Data: ${directory} · stop with Ctrl+C\n\n`);
    await Promise.race([interrupted, ...[platform.api, ...others].map((program) => program.ended())]);
  } finally {
    say('  Stopping …');
    await platform.stop();
  }
}

main().catch((error: unknown) => {
  say(error instanceof ProblemError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
