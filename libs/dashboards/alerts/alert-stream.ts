import type { Viewer } from '@plumbline/access';
import { BoundedCache } from '@plumbline/kernel';
import type { AlertFilter } from '../schema.generated';
import { AlertRepository } from './alert.repository';
import type { AlertRow } from './alert-row';

/** An alert is new or got worse, and its row can be read. */
export interface AlertChange {
  readonly alertId: string;
  readonly kind: 'new' | 'got-worse';
  /** Grows whenever people are called to the alert, and not when its facts are only renewed. */
  readonly attention: number;
}

type Listener = (changes: readonly AlertChange[]) => void;

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

  /** Tells of those changes that call people anew. */
  publish(changes: readonly AlertChange[]): void {
    const calling = changes.filter(({ alertId, attention }) => {
      if (attention <= (this.called.get(alertId) ?? 0)) return false;
      this.called.set(alertId, attention);
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
  readonly kind: AlertChange['kind'];
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

  /** Alerts within the viewer's departments and the filter, until the reader leaves. Changes that come together are read in one statement. */
  follow(viewer: Viewer, filter: AlertFilter | null | undefined): AsyncIterableIterator<RaisedAlert> {
    const waiting = new Map<string, AlertChange['kind']>();
    let wake: () => void = () => undefined;
    let ended = false;
    const stop = this.feed.subscribe((changes) => {
      for (const { alertId, kind } of changes) waiting.set(alertId, kind);
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
    const inner = this.drain(
      viewer,
      filter,
      waiting,
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

  private async *drain(
    viewer: Viewer,
    filter: AlertFilter | null | undefined,
    waiting: Map<string, AlertChange['kind']>,
    ended: () => boolean,
    onWake: (wake: () => void) => void,
  ): AsyncGenerator<RaisedAlert, undefined> {
    while (!ended()) {
      if (waiting.size === 0)
        await new Promise<void>((resolve) => {
          onWake(resolve);
        });
      const kinds = new Map(waiting);
      waiting.clear();
      if (kinds.size === 0) continue;
      const rows = await this.alerts.findAll(viewer, [...kinds.keys()], filter);
      for (const alert of rows) yield { kind: kinds.get(alert.id) ?? 'new', alert };
    }
    return undefined;
  }
}
