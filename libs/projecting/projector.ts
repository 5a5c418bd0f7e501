import type { LogPosition } from '@plumbline/event-log';
import { projections } from '@plumbline/projections';
import { OwnedPartitions } from './live/owned-partitions';
import type { ProjectorOptions } from './options';
import { PassedPositions } from './positions';
import type { News, ProjectionReader } from './projection-reader';
import { partitionsOf } from './recover/take-over';
import type { Written } from './write/writing';

/** Folds the log into findings, alerts and rows of ClickHouse, from where it last stopped, for as long as it is open. */
export interface Projector extends ProjectionReader {
  /**
   * Fills all tables anew from the log. A process that has all partitions does so beside the tables that are read and exchanges them:
   * alerts are late only by the last few thousand events. One that shares them empties and fills its partitions in their place.
   */
  rebuild(): Promise<void>;
  /** Writes what is folded, saves the folds, and lets go of partitions and directory. Safe to call twice. The log and the store stay open. */
  close(): Promise<void>;
}

/**
 * Brings folds and tables together and goes on from there. Resolves when it is live; what came in the meantime is read next. Where
 * partitions are shared it resolves when the group was joined; which partitions it gets is said by and by.
 * @throws ProblemError `event.unknown-version` where the log is of a newer build, `analytics-store.…` where ClickHouse fails.
 */
export async function openProjector(options: ProjectorOptions): Promise<Projector> {
  const projector = new OpenProjector(options);
  await projector.open();
  return projector;
}

class OpenProjector implements Projector {
  private readonly passed = new PassedPositions();
  private readonly listeners = new Set<(news: News) => void>();
  private readonly owned: OwnedPartitions;
  private readonly ending = new AbortController();
  private closing: Promise<void> | undefined;
  private refilling: Promise<void> | undefined;

  constructor(private readonly options: ProjectorOptions) {
    this.owned = new OwnedPartitions(options, {
      announce: (written) => {
        this.tell(written);
      },
      fail: (error) => {
        this.passed.fail(error);
        options.listeners?.onFailure?.(error);
      },
    });
  }

  async open(): Promise<void> {
    const { log, membership } = this.options;
    if (membership === undefined) await this.owned.assigned(partitionsOf(log.partitions), 0);
    else await membership.join(this.owned);
  }

  waitForPosition(position: LogPosition, signal?: AbortSignal): Promise<void> {
    return this.passed.wait(position, signal);
  }

  subscribe(listener: (news: News) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  positions(): ReadonlyMap<number, number> {
    return this.owned.positions;
  }

  async behind(): Promise<number> {
    const ends = await this.options.log.ends();
    return [...this.positions()].reduce((sum, [partition, position]) => sum + (ends[partition] ?? 0) - position, 0);
  }

  rebuilding(): readonly number[] {
    return this.owned.rebuilding;
  }

  rebuild(): Promise<void> {
    this.refilling ??= this.refill().finally(() => (this.refilling = undefined));
    return this.refilling;
  }

  close(): Promise<void> {
    this.ending.abort();
    this.closing ??= this.end();
    return this.closing;
  }

  private async refill(): Promise<void> {
    if (this.options.membership === undefined) return this.owned.fillBeside(this.ending.signal);
    const ends = await this.options.log.ends();
    const partitions = await this.owned.fillInPlace();
    await Promise.all(
      partitions.flatMap((partition) => {
        const position = (ends[partition] ?? 0) - 1;
        return position < 0 ? [] : [this.waitForPosition({ partition, position })];
      }),
    );
  }

  private async end(): Promise<void> {
    if (this.options.membership === undefined) await this.refilling?.catch(() => undefined);
    await this.owned.close();
    await this.options.membership?.leave();
    this.passed.fail(new Error('the projector was closed'));
  }

  private tell({ alertStates, passed }: Written): void {
    for (const { partition, next } of passed) this.passed.advance(partition, next);
    if (alertStates.length > 0) for (const listener of this.listeners) listener({ alertStates });
  }
}

/** The tables that a projector fills; a digest of each shows whether two stores hold the same. */
export const projectedTables = projections.map(({ table, columns, replacing }) => ({ table, columns, replacing }));
