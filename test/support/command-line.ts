import { projectRoot } from '@plumbline/platform';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Runs the built command line and gives what it says as JSON. @throws Error with what it printed where it ends with another code than 0 */
export async function plumbline(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist', 'apps', 'cli', 'main.js'), '--json', ...args], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'] ?? '', UV_THREADPOOL_SIZE: '16', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, error]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => error.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  const said = Buffer.concat(out).toString('utf8');
  if (code !== 0)
    throw new Error(`plumbline ${args.join(' ')} ended with ${String(code)}: ${said}${Buffer.concat(error).toString('utf8')}`);
  return JSON.parse(said) as Record<string, unknown>;
}
