import { createClient } from 'graphql-ws';
import { setTimeout } from 'node:timers/promises';
import { WebSocket, type ClientOptions } from 'ws';
import { clinicianOf, LONGEST_MILLISECONDS } from './probes';

const RAISED = 'subscription { alertRaised { alert { clinician { id } } } }';

interface Raised {
  readonly alertRaised: { readonly alert: { readonly clinician: { readonly id: string } } };
}

/** The alerts that a signed-in person is told of, as the list of the dashboard is: over one subscription that stays open. */
export class ToldAlerts {
  /** By clinician, when the person was told of the first alert. */
  private readonly toldAt = new Map<string, number>();
  private heard: () => void = () => undefined;

  private constructor(readonly close: () => Promise<void>) {}

  /** Resolves once the platform has taken the subscription in. */
  static async follow(address: string, cookie: string): Promise<ToldAlerts> {
    class SignedInSocket extends WebSocket {
      constructor(to: string, protocols: string[], options?: ClientOptions) {
        super(to, protocols, { ...options, headers: { cookie, origin: new URL(address).origin } });
      }
    }
    const client = createClient({
      url: `${address.replace('http', 'ws')}/graphql`,
      webSocketImpl: SignedInSocket,
      retryAttempts: 0,
      lazy: false,
    });
    const told = new ToldAlerts(async () => {
      await client.dispose();
    });
    await new Promise<void>((resolve, reject) => {
      client.on('connected', () => {
        resolve();
      });
      client.on('closed', reject);
    });
    void told.listen(client.iterate<Raised>({ query: RAISED }));
    return told;
  }

  /** Milliseconds from now until the person is told of the alert of a report; 0 where that was before. */
  async until(number: number): Promise<number> {
    const started = performance.now();
    for (const clinician = clinicianOf(number); ;) {
      const at = this.toldAt.get(clinician);
      if (at !== undefined) return Math.max(0, at - started);
      if (performance.now() - started > LONGEST_MILLISECONDS) throw new Error('nobody was told of an alert within thirty seconds');
      await Promise.race([
        new Promise<void>((resolve) => (this.heard = resolve)),
        setTimeout(LONGEST_MILLISECONDS, undefined, { ref: false }),
      ]);
    }
  }

  private async listen(raised: AsyncIterable<{ readonly data?: Raised | null | undefined }>): Promise<void> {
    for await (const { data } of raised) {
      const clinician = data?.alertRaised.alert.clinician.id;
      if (clinician === undefined || this.toldAt.has(clinician)) continue;
      this.toldAt.set(clinician, performance.now());
      this.heard();
    }
  }
}
