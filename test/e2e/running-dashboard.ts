import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from '../../infra/local/kafka';

const root = resolve(__dirname, '..', '..');
const MAIN = join(root, 'dist', 'apps', 'standalone', 'main.js');
/** Starting includes simulating the hospital and reading all of it. */
const PATIENCE_MILLISECONDS = 600_000;

/** The people of the local demonstration, by what they come for. */
export type SignInAs = 'risk manager' | 'medical director' | 'auditor';

export interface Person {
  readonly name: string;
  readonly passphrase: string;
}

export interface RunningDashboard {
  /** Such as `http://127.0.0.1:41237`. */
  readonly address: string;
  readonly people: Readonly<Record<SignInAs, Person>>;
  /** Sends records of a source that delivers live, one a line; resolves when the platform has acknowledged them. */
  readonly deliver: (...records: readonly object[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The source that `deliver` speaks for. */
export const LIVE_SOURCE = 'ward-live';
const LIVE_TOKEN = 'token-of-the-specifications';

async function deliver(address: string, records: readonly object[]): Promise<void> {
  const answer = await fetch(`${address}/ingest/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${LIVE_TOKEN}` },
    body: records.map((record) => JSON.stringify(record)).join('\n'),
  });
  if (answer.status !== 200) throw new Error(`the platform answered ${answer.status}: ${await answer.text()}`);
}

/**
 * Starts the whole platform as `npm start` does, on an empty data directory of its own and a free port, with the simulated hospital in it.
 * @throws Error with what the platform printed where it does not come up.
 */
export async function startDashboard(): Promise<RunningDashboard> {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing; run \`npm run build\` first.`);
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-e2e-'));
  const sources = join(directory, 'sources.yaml');
  await writeFile(sources, `- name: ${LIVE_SOURCE}\n  zone: Europe/London\n  token: ${LIVE_TOKEN}\n`);
  const child = spawn(process.execPath, [MAIN], {
    cwd: root,
    env: {
      ...process.env,
      PLUMBLINE_DATA_DIR: join(directory, 'data'),
      PLUMBLINE_SOURCES: sources,
      PLUMBLINE_PORT: String((await freePorts(1))[0]),
      UV_THREADPOOL_SIZE: '16',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    await ended(child);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const found = await announced(child);
    return { ...found, deliver: (...records) => deliver(found.address, records), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads what the platform prints until it has named its address and all three sign-ins. */
function announced(child: ChildProcess): Promise<Pick<RunningDashboard, 'address' | 'people'>> {
  return new Promise((resolveStart, reject) => {
    let printed = '';
    const give = (reason: string) => {
      reject(new Error(`${reason} It printed:\n${printed.slice(-4_000)}`));
    };
    const timer = setTimeout(() => {
      give('The platform did not come up in ten minutes.');
    }, PATIENCE_MILLISECONDS);
    const read = (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const found = signInsIn(printed);
      if (found === undefined) return;
      clearTimeout(timer);
      resolveStart(found);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      give(`The platform ended with ${String(code)}.`);
    });
  });
}

function signInsIn(printed: string): Pick<RunningDashboard, 'address' | 'people'> | undefined {
  const address = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(printed)?.[0];
  const personOf = (role: string): Person | undefined => {
    const line = printed.split('\n').find((each) => each.includes(role) && /[0-9a-z]{4}(?:-[0-9a-z]{4}){2}/.test(each));
    const name = /[A-Z][a-z]+ [A-Z][a-z]+/.exec(line ?? '')?.[0];
    const passphrase = /[0-9a-z]{4}(?:-[0-9a-z]{4}){2}/.exec(line ?? '')?.[0];
    return name === undefined || passphrase === undefined ? undefined : { name, passphrase };
  };
  const [manager, director, auditor] = [personOf('risk-manager'), personOf('medical-director'), personOf('auditor')];
  if (address === undefined || manager === undefined || director === undefined || auditor === undefined) return undefined;
  return { address, people: { 'risk manager': manager, 'medical director': director, auditor } };
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    child.kill('SIGTERM');
  });
}
