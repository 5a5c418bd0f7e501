import { EventEmitter } from 'node:events';
import { createLogger } from '../logging/logger';
import { Lifecycle } from './lifecycle';

const quiet = createLogger({ name: 'test', level: 'silent' });

describe('A process that stops', () => {
  it('stops its parts in reverse order, one after the other, and once', async () => {
    const order: string[] = [];
    const lifecycle = new Lifecycle(quiet);
    for (const name of ['log', 'store', 'server']) {
      lifecycle.onStop(name, async () => {
        order.push(`${name} stops`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push(`${name} stopped`);
      });
    }
    await Promise.all([lifecycle.stop(), lifecycle.stop()]);
    expect(order).toEqual(['server stops', 'server stopped', 'store stops', 'store stopped', 'log stops', 'log stopped']);
  });

  it('stops the rest where a part fails or hangs, and says so', async () => {
    let logClosed = false;
    const lifecycle = new Lifecycle(quiet, 20);
    lifecycle.onStop('log', () => {
      logClosed = true;
      return Promise.resolve();
    });
    lifecycle.onStop('store', () => Promise.reject(new Error('broken')));
    lifecycle.onStop('server', () => new Promise(() => undefined));
    await expect(lifecycle.stop()).rejects.toThrow('not every part stopped in order');
    expect(logClosed).toBe(true);
  });

  it('stops on a signal', async () => {
    const signals = new EventEmitter();
    let stopped = false;
    const lifecycle = new Lifecycle(quiet);
    lifecycle.onStop('server', () => {
      stopped = true;
      return Promise.resolve();
    });
    const ended = lifecycle.untilStopped(signals);
    signals.emit('SIGTERM');
    await ended;
    expect(stopped).toBe(true);
  });

  it('stops the rest where a part has failed for good, and ends as failed', async () => {
    let stopped = false;
    const lifecycle = new Lifecycle(quiet);
    lifecycle.onStop('log', () => {
      stopped = true;
    });
    lifecycle.fail('projector', new Error('a fold threw'));
    await expect(lifecycle.untilStopped(new EventEmitter())).rejects.toThrow('a fold threw');
    expect(stopped).toBe(true);
  });
});
