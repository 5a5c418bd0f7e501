import 'reflect-metadata';
import {
  announce,
  openPlatform,
  projectorMetrics,
  readPlatformConfiguration,
  welcome,
  withdrawAnnouncement,
  type PlatformConfiguration,
} from '@plumbline/platform';
import { isLostThread } from '@plumbline/projecting';
import { runApplication, type ProcessContext } from '@plumbline/runtime';
import { randomBytes } from 'node:crypto';
import { demonstrate } from './demonstration';
import { serve } from './serve';
import { startWorkers } from './workers';

async function start(configuration: PlatformConfiguration, context: ProcessContext): Promise<string> {
  const listeners = projectorMetrics(context);
  const onFailure = (error: unknown): void => {
    listeners.onFailure?.(error);
    // A new start mends it. Anything else it would not, and then records are still taken in and what is known is still shown.
    if (isLostThread(error)) context.lifecycle.fail('projector', error);
  };
  const platform = await openPlatform(configuration, { ...context, listeners: { ...listeners, onFailure } });
  const token = randomBytes(32).toString('base64url');
  const served = await serve(platform, configuration, context, token);
  await announce(platform.directory.path, { pid: process.pid, address: served.address, token });
  context.lifecycle.onStop('announcement', () => withdrawAnnouncement(platform.directory.path));
  if (configuration.demonstration) await demonstrate(platform);
  await startWorkers(platform, configuration, context);
  return `${welcome(served.address, served.access)}  Data: ${configuration.directory} · stop with Ctrl+C\n\n`;
}

void runApplication({ name: 'plumbline', configure: readPlatformConfiguration, start });
