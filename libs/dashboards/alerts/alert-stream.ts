import type { Viewer } from '@plumbline/access';
import { awaitsAPerson, type AlertState } from '@plumbline/cases';
import { BoundedCache } from '@plumbline/kernel';
import type { AlertFilter } from '../schema.generated';
import { AlertRepository } from './alert.repository';
import type { AlertRow } from './alert-row';

/** A state in which people are called to an alert. */
type Calling = AlertState & { readonly state: 'new' | 'got-worse' };

type Listener = (states: readonly Calling[]) => void;

/** Where the subscription hears of alerts. The projector's side publishes after the rows are in the tables. */
export interface AlertFeed {
  /** Returns how to stop listening. */
  subscribe(listener: Listener): () => void;
}

/** Of so many alerts it is known to what people were called already; of others they are called once more. */
const MOST_REMEMBERED = 50_000;

/** The feed of a single process: whoever writes alerts tells whoever shows them. */
export class AlertBroadcast implements AlertFeed {
  private readonly listeners = new Set<Listener>();
  private readonly called = new BoundedCache<number>(MOST_REMEMBERED);

  /** People were called to these before this process began; what only renews them is told to nobody. */
  remember(states: readonly AlertState[]): void {
    for (const { alertId, attention } of states) this.called.set(alertId, attention);
  }

  /** Tells of those alerts that call people anew, as the last of the states leaves them. */
  publish(states: readonly AlertState[]): void {
    const newest = new Map(states.map((state) => [state.alertId, state]));
    const calling = [...newest.values()].filter((state): state is Calling => {
      if (!awaitsAPerson(state) || state.attention <= (this.called.get(state.alertId) ?? 0)) return false;
      this.called.set(state.alertId, state.attention);
      return true;
    });
    if (calling.length > 0) for (const listener of this.listeners) listener(calling);
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

export interface RaisedAlert {
  readonly kind: Calling['state'];
  readonly alert: AlertRow;
}

/** A reader that falls behind by so many alerts misses the oldest of them; the list shows them all the same. */
const MOST_WAITING = 1_000;

/** Turns the feed into what one person may see. */
export class AlertStream {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly feed: AlertFeed,
  ) {}

  /**
   * Alerts within the viewer's departments and the filter, until the reader leaves.
   * @throws what a filter is refused with
   */
  follow(viewer: Viewer, filter: AlertFilter | null | undefined): AsyncIterableIterator<RaisedAlert> {
    const toldOf = this.alerts.toldOf(viewer, filter);
    const waiting = new Map<string, Calling>();
    let wake: () => void = () => undefined;
    let ended = false;
    const stop = this.feed.subscribe((states) => {
      for (const state of states) waiting.set(state.alertId, state);
      for (const oldest of waiting.keys()) {
        if (waiting.size <= MOST_WAITING) break;
        waiting.delete(oldest);
      }
      wake();
    });
    const end = (): void => {
      ended = true;
      stop();
      wake();
    };
    const inner = drain(
      waiting,
      toldOf,
      () => ended,
      (woken) => (wake = woken),
    );
    return {
      next: () => inner.next(),
      return: () => {
        end();
        return Promise.resolve({ done: true, value: undefined });
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

async function* drain(
  waiting: Map<string, Calling>,
  toldOf: (state: AlertState) => AlertRow | undefined,
  ended: () => boolean,
  onWake: (wake: () => void) => void,
): AsyncGenerator<RaisedAlert, undefined> {
  while (!ended()) {
    if (waiting.size === 0)
      await new Promise<void>((resolve) => {
        onWake(resolve);
      });
    for (const [alertId, state] of waiting) {
      waiting.delete(alertId);
      const alert = toldOf(state);
      if (alert !== undefined) yield { kind: state.state, alert };
    }
  }
  return undefined;
}
