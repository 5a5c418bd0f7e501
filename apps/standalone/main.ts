import 'reflect-metadata';
import {
  announce,
  openPlatform,
  projectorMetrics,
  readPlatformConfiguration,
  withdrawAnnouncement,
  type PlatformConfiguration,
} from '@plumbline/platform';
import { runApplication, type ProcessContext } from '@plumbline/runtime';
import { randomBytes } from 'node:crypto';
import { demonstrate } from './demonstration';
import { serve, type Served } from './serve';
import { startWorkers } from './workers';

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

function welcome({ address, access }: Served, configuration: PlatformConfiguration): void {
  say(`\n  Plumbline is at ${address}\n`);
  if (access.people.length > 0) {
    say('  Demonstration sign-ins, on this machine only:');
    for (const { name, roles, passphrase } of access.people) say(`    ${roles.join(', ').padEnd(18)} ${name.padEnd(16)} ${passphrase}`);
    say('');
  }
  say(`  Data: ${configuration.directory} · stop with Ctrl+C\n`);
}

async function start(configuration: PlatformConfiguration, context: ProcessContext): Promise<void> {
  const platform = await openPlatform(configuration, { ...context, listeners: projectorMetrics(context) });
  const token = randomBytes(32).toString('base64url');
  const served = await serve(platform, configuration, context, token);
  await announce(platform.directory.path, { pid: process.pid, address: served.address, token });
  context.lifecycle.onStop('announcement', () => withdrawAnnouncement(platform.directory.path));
  if (configuration.demonstration) await demonstrate(platform);
  await startWorkers(platform, configuration, context);
  welcome(served, configuration);
}

void runApplication({ name: 'plumbline', configure: readPlatformConfiguration, start });
