import { setTimeout } from 'node:timers/promises';
import type { Environment } from '../config/setting';
import type { LogLevel } from '../logging/logger';
import { runApplication } from './run-application';

/** A program that says when it is there, and stops in an order that takes it as long as the environment says. */
void runApplication({
  name: 'slow-to-stop',
  configure: (environment: Environment): { readonly logLevel: LogLevel; readonly milliseconds: number } => ({
    logLevel: 'silent',
    milliseconds: Number(environment['STOPS_IN']),
  }),
  start: ({ milliseconds }, { lifecycle }) => {
    const atWork = setInterval(() => undefined, 1_000);
    lifecycle.onStop('part', async () => {
      await setTimeout(milliseconds);
      clearInterval(atWork);
      process.stdout.write('stopped in order');
    });
    return Promise.resolve('there');
  },
});
