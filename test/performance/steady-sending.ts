import { setTimeout } from 'node:timers/promises';

/** Events that are sent at a steady rate until that is ended. */
export interface SteadySending {
  /** How many were acknowledged. */
  sent(): number;
  /** Resolves when the last of them are acknowledged. @throws what sending failed with */
  end(): Promise<void>;
}

/**
 * Sends events at a steady rate, one portion after the other; where that falls behind it goes on without a pause.
 * @param rate events a second, asked for.
 * @param portion how many `send` sends at once.
 * @param send resolves once those from `first` on are acknowledged.
 */
export function sendSteadily(rate: number, portion: number, send: (first: number) => Promise<unknown>): SteadySending {
  let sent = 0;
  let ended = false;
  const work = async (): Promise<void> => {
    const started = performance.now();
    while (!ended) {
      const ahead = (sent / rate) * 1_000 - (performance.now() - started);
      if (ahead > 0) await setTimeout(ahead);
      await send(sent);
      sent += portion;
    }
  };
  const working = work();
  // Whoever ends it is told.
  working.catch(() => undefined);
  return {
    sent: () => sent,
    end: async () => {
      ended = true;
      await working;
    },
  };
}
