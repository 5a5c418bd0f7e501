import type { StoredEvent } from '@plumbline/events';
import { ProblemError, type Problem } from '@plumbline/kernel';
import type { Receipt } from '../core/receipt';
import type { QuarantineContent, QuarantineEntry, QuarantineFilter, QuarantineStore } from './quarantine-store';

/** `still-open`: the replay met these problems; the entry stays with them. */
export type ReplayOutcome =
  { readonly outcome: 'replayed'; readonly receipt: Receipt } | { readonly outcome: 'still-open'; readonly problems: readonly Problem[] };

/** What a record would become. */
export interface Preview {
  readonly events: readonly StoredEvent[];
  readonly problems: readonly Problem[];
}

/** Sends a record through the front door, for good or to look at what would become of it. */
export interface FrontDoor {
  accept(entry: QuarantineEntry, bytes: Uint8Array): Promise<Receipt>;
  preview(entry: QuarantineEntry, bytes: Uint8Array): Promise<Preview>;
}

/** What people do with records that could not be taken over. */
export class QuarantineDesk {
  constructor(
    private readonly store: QuarantineStore,
    private readonly door: FrontDoor,
  ) {}

  list(filter?: QuarantineFilter): readonly QuarantineEntry[] {
    return this.store.list(filter);
  }

  count(filter?: QuarantineFilter): number {
    return this.store.count(filter);
  }

  counts(): ReturnType<QuarantineStore['counts']> {
    return this.store.counts();
  }

  /** With the original bytes. @throws ProblemError `quarantine.unknown` */
  show(id: string): QuarantineContent {
    return this.store.get(id);
  }

  /** Keeps a corrected copy; the original stays. @throws ProblemError `quarantine.unknown`, `quarantine.settled` */
  mend(id: string, bytes: Uint8Array): QuarantineEntry {
    this.mustBeOpen(id);
    return this.store.mend(id, bytes);
  }

  /** What the given text, or else the mended copy or the original, would become; nothing is stored. @throws ProblemError `quarantine.unknown` */
  async preview(id: string, bytes?: Uint8Array): Promise<Preview> {
    const entry = this.store.get(id);
    try {
      return await this.door.preview(entry, bytes ?? entry.mendedBytes ?? entry.original);
    } catch (error) {
      if (error instanceof ProblemError) return { events: [], problems: error.problems };
      throw error;
    }
  }

  /** Marks a record as not needed; it stays readable. @throws ProblemError `quarantine.unknown`, `quarantine.settled` */
  dismiss(id: string): void {
    this.mustBeOpen(id);
    this.store.settle(id, 'dismissed');
  }

  /** Sends the mended copy, or else the original, through the front door again. @throws ProblemError `quarantine.unknown`, `quarantine.settled`, `log.*` */
  async replay(id: string): Promise<ReplayOutcome> {
    const entry = this.mustBeOpen(id);
    try {
      const receipt = await this.door.accept(entry, entry.mendedBytes ?? entry.original);
      if (receipt.issues.length > 0) return this.stillOpen(id, receipt.issues);
      this.store.settle(id, 'replayed');
      return { outcome: 'replayed', receipt };
    } catch (error) {
      // What the log could not do says nothing of the record, which goes on waiting for what it waited for.
      if (error instanceof ProblemError && !error.code.startsWith('log.')) return this.stillOpen(id, error.problems);
      throw error;
    }
  }

  private stillOpen(id: string, found: readonly Problem[]): ReplayOutcome {
    const problems = found.map(({ code, reason, remedy, place }) => ({ code, reason, remedy, ...(place === undefined ? {} : { place }) }));
    this.store.keepOpen(id, problems);
    return { outcome: 'still-open', problems };
  }

  private mustBeOpen(id: string): QuarantineContent {
    const entry = this.store.get(id);
    if (entry.state !== 'open') {
      throw new ProblemError({
        code: 'quarantine.settled',
        reason: `The entry was ${entry.state} earlier.`,
        remedy: 'Nothing needs to be done.',
      });
    }
    return entry;
  }
}
