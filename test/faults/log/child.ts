import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const LOADER = join(__dirname, '../../support/typescript.cjs');
const CHILD = join(__dirname, 'appending.child.ts');

export interface AppendingChild {
  readonly process: ChildProcess;
  /** Everything it said on standard output so far. */
  said(): string;
  /** Resolves when it has ended and all that it said was read. */
  readonly ended: Promise<void>;
}

export interface ChildOptions {
  readonly directory: string;
  readonly prefix: string;
  readonly appends?: number;
  readonly between?: number;
  /** A command that runs the child, such as a tracer and its options. */
  readonly under?: readonly string[];
}

/** The command line of a child that appends and keeps its ledger outside itself, on its standard output. */
export function startChild({ directory, prefix, appends = 0, between = 0, under = [] }: ChildOptions): AppendingChild {
  const [command = '', ...rest] = [
    ...under,
    process.execPath,
    ...['--require', LOADER, CHILD, directory, prefix, String(appends), String(between)],
  ];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    process: child,
    said: () => Buffer.concat(chunks).toString('utf8'),
    ended: once(child, 'close').then(() => undefined),
  };
}

/** strace records and disturbs the child's calls. Without it nothing would be proved, so its absence is a failure and not a skip. */
export function requireTracer(): void {
  const { status } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', 'true']);
  if (status !== 0) throw new Error('These specifications need strace and the right to trace: install the package strace.');
}

export async function until(condition: () => boolean, what: string, milliseconds = 30_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A small seeded generator (mulberry32), so that a failure can be seen again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
