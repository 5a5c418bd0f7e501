import { projectRoot } from '@plumbline/platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePorts } from '../kafka';

export type ProgramName = 'standalone' | 'ingest' | 'projector' | 'api' | 'alerts';

type Environment = Readonly<Record<string, string>>;

const READY_MILLISECONDS = 180_000;
const STOP_MILLISECONDS = 40_000;
const ASKED_AGAIN_MILLISECONDS = 50;
const KEPT_CHARACTERS = 40_000;

/** From what size on freed buffers go back to the system, where whoever starts the processes was told; an empty text would mean all of them. */
function mapping(): Environment {
  const from = process.env['MALLOC_MMAP_THRESHOLD_'];
  return from === undefined ? {} : { MALLOC_MMAP_THRESHOLD_: from };
}

/** One of the programs, as it is built into dist, with an address and a process of its own. */
export class Program {
  private child: ChildProcess | undefined;
  private closed: Promise<unknown> = Promise.resolve();
  private printed = '';

  private constructor(
    readonly name: ProgramName,
    readonly port: number,
    private readonly environment: Environment,
  ) {}

  static async on(name: ProgramName, environment: Environment, port?: number): Promise<Program> {
    return new Program(name, port ?? (await freePorts(1))[0] ?? 0, environment);
  }

  get address(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** What it has printed so far, the newest part of it. */
  get said(): string {
    return this.printed;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts the process; {@link ready} says when it works. */
  launch(changes: Environment = {}): void {
    const main = join(projectRoot, 'dist', 'apps', this.name, 'main.js');
    if (!existsSync(main)) throw new Error(`${main} is missing; run \`npm run build\` first.`);
    const child = spawn(process.execPath, [main], {
      cwd: projectRoot,
      env: {
        PATH: process.env['PATH'] ?? '',
        TZ: process.env['TZ'] ?? '',
        ...mapping(),
        ...this.environment,
        PLUMBLINE_PORT: String(this.port),
        ...changes,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const listen = (chunk: Buffer): void => {
      this.printed = (this.printed + chunk.toString('utf8')).slice(-KEPT_CHARACTERS);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    this.closed = once(child, 'close');
    const killWithUs = (): void => {
      child.kill('SIGKILL');
    };
    process.once('exit', killWithUs);
    void this.closed.then(() => process.off('exit', killWithUs));
    this.child = child;
  }

  /** Resolves when it says that it is ready. @throws Error with what it printed where it ends before, or is not ready in time */
  async ready(): Promise<void> {
    const deadline = performance.now() + READY_MILLISECONDS;
    while (performance.now() < deadline && this.runs()) {
      if (await this.answers('/health/ready')) return;
      await setTimeout(ASKED_AGAIN_MILLISECONDS);
    }
    throw new Error(
      `${this.name} ${this.runs() ? 'did not become ready' : `ended with ${String(this.exitCode)}`}; it printed:\n${this.printed}`,
    );
  }

  async start(changes: Environment = {}): Promise<this> {
    this.launch(changes);
    await this.ready();
    return this;
  }

  runs(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Of the process that has ended; a signal's name where one ended it. */
  get exitCode(): number | string | undefined {
    return this.child?.exitCode ?? this.child?.signalCode ?? undefined;
  }

  /** Resolves with the exit code when the process has ended by itself. */
  async ended(): Promise<number | string | undefined> {
    await this.closed;
    return this.exitCode;
  }

  /** Asks it to end, as an operator does, and resolves with its exit code. */
  async stop(): Promise<number | string | undefined> {
    if (this.runs()) this.child?.kill('SIGTERM');
    const waiting = new AbortController();
    const late = setTimeout(STOP_MILLISECONDS, undefined, { signal: waiting.signal }).then(
      () => this.child?.kill('SIGKILL'),
      () => undefined,
    );
    await this.closed;
    waiting.abort();
    await late;
    return this.exitCode;
  }

  /** Ends it as a crash does. */
  async kill(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.closed;
  }

  /** Stands still, as a process does whose machine is paused, until {@link thaw}. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  private async answers(path: string): Promise<boolean> {
    try {
      return (await fetch(this.address + path, { signal: AbortSignal.timeout(3_000) })).ok;
    } catch {
      // Nobody listens there yet.
      return false;
    }
  }
}
