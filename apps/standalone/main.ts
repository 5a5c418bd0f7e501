import { ProblemError } from '@plumbline/kernel';
import {
  announce,
  openPlatform,
  readPlatformConfiguration,
  withdrawAnnouncement,
  type Platform,
  type PlatformConfiguration,
} from '@plumbline/platform';
import { Metrics } from '@plumbline/runtime';
import { randomBytes } from 'node:crypto';
import { demonstrate } from './demonstration';
import { projectorMetrics } from './projector-metrics';
import { serve, type Served } from './serve';
import { startWorkers } from './workers';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** One sentence with its remedy for each problem; a fault of the program keeps its stack. */
function explain(error: unknown): void {
  if (error instanceof ProblemError)
    for (const { reason, remedy, place } of error.problems)
      process.stderr.write(`plumbline: ${place === undefined ? '' : `${place}: `}${reason} ${remedy}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}

function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new ProblemError(
    {
      code: 'platform.port-taken',
      reason: `Port ${port} is taken by another program.`,
      remedy: 'Stop that program, or name another port with PLUMBLINE_PORT.',
    },
    { cause: error },
  );
}

function welcome({ address, access }: Served, configuration: PlatformConfiguration): void {
  say(`\n  Plumbline is at ${address}\n`);
  if (access.people.length > 0) {
    say('  Demonstration sign-ins, on this machine only:');
    for (const { name, roles, passphrase } of access.people) say(`    ${roles.join(', ').padEnd(18)} ${name.padEnd(16)} ${passphrase}`);
    say('');
  }
  say(`  Data: ${configuration.directory} · stop with Ctrl+C\n`);
}

async function run(configuration: PlatformConfiguration): Promise<void> {
  const metrics = new Metrics();
  metrics.collectProcessMetrics();
  const platform: Platform = await openPlatform(configuration, { listeners: projectorMetrics(metrics) });
  try {
    const token = randomBytes(32).toString('base64url');
    const served = await serve(platform, metrics, token).catch((error: unknown) => {
      throw portTaken(error, configuration.port);
    });
    await announce(platform.directory.path, { pid: process.pid, address: served.address, token });
    platform.lifecycle.onStop('announcement', () => withdrawAnnouncement(platform.directory.path));
    if (configuration.demonstration) await demonstrate(platform);
    await startWorkers(platform);
    welcome(served, configuration);
    await platform.lifecycle.untilStopped();
  } catch (error) {
    await platform.lifecycle.stop();
    throw error;
  }
}

try {
  run(readPlatformConfiguration(process.env)).catch(explain);
} catch (error) {
  explain(error);
}
