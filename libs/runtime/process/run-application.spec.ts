import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const ROOT = join(__dirname, '..', '..', '..');
const LOADER = join(ROOT, 'test/support/typescript.cjs');

/** Starts the program and does something with it the moment that it says that it is there. */
async function run(
  stopsIn: number,
  onceThere: (child: ChildProcess) => void,
): Promise<{ readonly code: number | null; readonly signal: string | null; readonly said: string }> {
  const child = spawn(process.execPath, ['--require', LOADER, join(__dirname, 'slow-to-stop.child.ts')], {
    env: { ...process.env, STOPS_IN: String(stopsIn) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const first = said === '';
    said += chunk.toString('utf8');
    if (first) onceThere(child);
  });
  const [code, signal] = await closed;
  return { code, signal, said };
}

const times = (count: number, signal: 'SIGINT' | 'SIGTERM') => (child: ChildProcess) => {
  for (let sent = 0; sent < count; sent += 1) child.kill(signal);
};

describe('A program that is asked to end', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('the moment that it says that it is there stops in order: %s', async (signal) => {
    expect(await run(0, times(1, signal))).toEqual({ code: 0, signal: null, said: 'therestopped in order' });
  });

  it('by one interrupt that comes from the terminal and from each program in between stops in order', async () => {
    const ended = await run(1_500, (child) => {
      child.kill('SIGINT');
      void setTimeout(50).then(() => child.kill('SIGINT'));
      void setTimeout(1_200).then(() => child.kill('SIGTERM'));
    });
    expect(ended).toEqual({ code: 0, signal: null, said: 'therestopped in order' });
  });

  it('and interrupted again a second later ends at once', async () => {
    const ended = await run(20_000, (child) => {
      child.kill('SIGINT');
      void setTimeout(1_200).then(() => child.kill('SIGINT'));
    });
    expect(ended).toEqual({ code: null, signal: 'SIGKILL', said: 'there' });
  });
});
