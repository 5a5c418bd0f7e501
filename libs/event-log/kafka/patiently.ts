import { setTimeout as pause } from 'node:timers/promises';
import { isTransient } from './problems';

const PATIENCE_MILLISECONDS = 5_000;
const PAUSE_MILLISECONDS = 100;

/** Repeats what fails for a reason that passes by itself, such as a partition whose leader is just being chosen, for a few seconds. */
export async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  const giveUpAt = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || performance.now() >= giveUpAt) throw error;
      await pause(PAUSE_MILLISECONDS);
    }
  }
}
