import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openEmbeddedLog } from '@plumbline/event-log';
import { decodeEvent } from '@plumbline/events';
import { aReceiver, type Answer, type Call } from './spec-servers';
import { aCertificate } from '../../test/support/certificate';

const root = resolve(__dirname, '../..');

/** The attempts that stand in the log, in the order of their positions. */
async function attemptsIn(directory: string): Promise<readonly unknown[]> {
  const log = await openEmbeddedLog({ directory });
  const attempts: unknown[] = [];
  for (let partition = 0; partition < log.partitions; partition += 1) {
    const { records } = await log.read(partition, 0);
    attempts.push(...records.map(({ bytes }) => decodeEvent(bytes).data).map(({ attempt, outcome }) => [attempt, outcome]));
  }
  await log.close();
  return attempts;
}

describe('A deliverer that is killed while the receiver has the message and the log has not', () => {
  let built: string;
  let house: string;
  let child: ChildProcess | undefined;
  let receiver: { readonly port: number; readonly calls: readonly Call[]; readonly close: () => Promise<void> };
  let kill = false;

  beforeAll(async () => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    // Inside the project, so that the compiled files find its packages.
    built = mkdtempSync(join(root, '.cache', 'kill-spec-'));
    house = mkdtempSync(join(built, 'house-'));
    execFileSync(process.execPath, [join(root, 'node_modules/@swc/cli/bin/swc.js'), 'libs', '-d', built, '-q'], { cwd: root });
    const certificate = await aCertificate();
    writeFileSync(join(house, 'authority.pem'), certificate.cert);
    receiver = await aReceiver(certificate, (): Answer => {
      // The receiver has taken the message; its answer never finds anybody.
      if (kill) child?.kill('SIGKILL');
      return 204;
    });
  });
  afterAll(async () => {
    await receiver.close();
    rmSync(built, { recursive: true, force: true });
  });

  function run(): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
    const program = join(built, 'libs/alerting/deliver-once.child.js');
    const started = spawn(process.execPath, [program, join(house, 'log'), String(receiver.port), join(house, 'authority.pem')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child = started;
    return new Promise((done) =>
      started.on('exit', (code, signal) => {
        done({ code, signal });
      }),
    );
  }

  it('repeats it under the same id and the same attempt when it is started again, and then never more', async () => {
    kill = true;
    for (let time = 0; time < 3; time += 1) expect(await run()).toEqual({ code: null, signal: 'SIGKILL' });
    expect(receiver.calls).toHaveLength(3);
    expect(await attemptsIn(join(house, 'log'))).toEqual([]);

    kill = false;
    expect(await run()).toEqual({ code: 0, signal: null });
    expect(await run()).toEqual({ code: 0, signal: null });
    expect(receiver.calls).toHaveLength(4);
    expect(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await attemptsIn(join(house, 'log'))).toEqual([[1, 'delivered']]);
  });
});
