import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ProblemError } from '@plumbline/kernel';

export interface ClickHouseFrontOptions {
  /** The data directory; the front is the only process that may hold it. */
  readonly directory: string;
  readonly password: string;
  /** One that the system chooses unless given; given to come back where another front was. */
  readonly port?: number;
}

/** A running front. It is real ClickHouse behind a door that is not ClickHouse's: for tests, a local start and benchmarks, never production. */
export interface ClickHouseFront {
  readonly url: string;
  readonly port: number;
  readonly username: 'default';
  readonly password: string;
  readonly pid: number | undefined;
  /** Finishes what runs, closes the engine and ends the process. Safe to call twice, and after kill(). */
  stop(): Promise<void>;
  /** Ends the process as a power cut of that machine would: SIGKILL. */
  kill(): Promise<void>;
  /** Halts it (SIGSTOP): connections stay open and nobody answers. */
  pause(): void;
  resume(): void;
}

const STOP_MILLISECONDS = 30_000;
const isSource = __filename.endsWith('.ts');

/**
 * Starts the front as a process of its own and resolves when it answers.
 * @throws ProblemError `clickhouse-front.cannot-start` where the process ends before, with what it said.
 */
export async function startClickHouseFront(options: ClickHouseFrontOptions): Promise<ClickHouseFront> {
  const program = isSource
    ? ['--require', join(__dirname, '../../../test/support/typescript.cjs'), join(__dirname, 'front.child.ts')]
    : [join(__dirname, 'front.child.js')];
  const child = spawn(process.execPath, [...program, options.directory, String(options.port ?? 0)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, UV_THREADPOOL_SIZE: '16', PLUMBLINE_CLICKHOUSE_FRONT_PASSWORD: options.password },
  });
  const ended = once(child, 'close');
  const said: Buffer[] = [];
  child.stderr.on('data', (piece: Buffer) => said.push(piece));
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line'), ended]);
  const port = Number(first[0]);
  if ((child.exitCode ?? child.signalCode) !== null || !Number.isInteger(port))
    throw cannotStart(options.directory, Buffer.concat(said).toString('utf8'));
  const endHard = (): boolean => child.kill('SIGKILL');
  process.once('exit', endHard);
  void ended.then(() => process.off('exit', endHard));
  return {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    username: 'default',
    password: options.password,
    pid: child.pid,
    stop: () => stop(child, ended),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
  };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
  await ended;
  clearTimeout(hard);
}

const cannotStart = (directory: string, said: string): ProblemError =>
  new ProblemError({
    code: 'clickhouse-front.cannot-start',
    reason: `The ClickHouse front on ${directory} ended before it answered: ${said.trim().split('\n').at(-1) ?? ''}`,
    remedy: 'See that no other process holds that directory and that the port is free.',
  });
