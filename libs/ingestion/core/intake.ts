import type { Pseudonymiser } from '@plumbline/access';
import type { Problem } from '@plumbline/kernel';
import type { ContextStore } from '../context/context-store';
import type { Quarantined } from '../quarantine/quarantine-store';
import type { Reading } from './adapter';
import type { Adapted, EventDraft, Origin, ReplayOptions } from './draft';
import { faultOf, isProgramFault } from './fault';
import type { AcceptOptions, Format } from './formats';
import type { Lane } from './lane';
import type { Preparer, Refusal } from './prepare';
import type { PreparedBatch } from './prepared';
import { Tally } from './receipt';
import type { SourceSettings } from './sources';

/** Puts records into quarantine durably and answers with their ids. */
export type Park = (records: readonly Quarantined[]) => readonly string[];

export interface IntakeParts {
  readonly preparer: Preparer;
  readonly pseudonyms: Pseudonymiser;
  readonly context: ContextStore;
  readonly lane: Lane;
}

interface Ready {
  readonly events: PreparedBatch;
  /** Of each event, in the order of the batch. */
  readonly origins: readonly Origin[];
}

interface Rejected extends Refusal {
  readonly origin: Origin;
  readonly awaits?: string;
}

const CONFLICT: Problem = {
  code: 'event.conflict',
  reason: 'An event with this id and another content was accepted earlier; the first one stays.',
  remedy: 'Give a changed record a new version; where the first one was wrong, send a later version that corrects it.',
};

const GROUP = 1_000;

function replayOptionsOf({ mapping, snapshot, partial }: AcceptOptions): ReplayOptions {
  return {
    ...(mapping === undefined ? {} : { mapping }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(partial === undefined ? {} : { partial }),
  };
}

/** The way of one input: adapted records in, a tally out. */
export class Intake {
  readonly tally = new Tally();

  constructor(
    private readonly parts: IntakeParts,
    private readonly source: SourceSettings,
    private readonly format: Format,
    private readonly options: AcceptOptions,
    private readonly park: Park,
  ) {}

  async run(reading: Reading): Promise<void> {
    // One batch is written while the next is parsed, and never more: this is the back-pressure.
    let writing: Promise<void> = Promise.resolve();
    try {
      for await (const group of reading.groups) {
        const records = group[Symbol.iterator]();
        for (let more = true; more;) {
          this.options.signal?.throwIfAborted();
          const { ready, ended } = this.take(records);
          more = !ended;
          await writing;
          writing = this.settle(ready);
          // It is awaited in the next round or at the end; until then its failure is not unhandled.
          writing.catch(() => undefined);
        }
        this.options.onProgress?.(this.tally.counts.records);
      }
    } finally {
      await writing;
    }
    reading.finish?.();
    this.parts.context.flush();
  }

  /** Adapts, validates and pseudonymises at most a batch; what cannot pass is in quarantine when this returns. */
  private take(records: Iterator<Adapted>): { readonly ready: Ready; readonly ended: boolean } {
    const { counts } = this.tally;
    const events = this.parts.preparer.begin();
    const origins: Origin[] = [];
    const rejected: Rejected[] = [];
    let ended = false;
    for (let taken = 0; taken < GROUP; taken += 1) {
      const next = records.next();
      ended = next.done === true;
      if (next.done === true) break;
      const adapted = next.value;
      counts.records += 1;
      if (adapted.kind === 'rejected') rejected.push(adapted);
      else if (adapted.kind !== 'event') counts[adapted.kind] += 1;
      else {
        const refusal = this.prepare(adapted.draft, events);
        if (refusal === undefined) origins.push(adapted.origin);
        else rejected.push({ ...refusal, origin: adapted.origin });
      }
    }
    counts.quarantined += rejected.length;
    // References are durable before an event that needs them.
    this.parts.context.flush();
    this.setAside(rejected);
    return { ready: { events, origins }, ended };
  }

  /** One record that makes the program fail is set aside like any other that cannot pass, so that it holds nobody up. */
  private prepare(draft: EventDraft, into: PreparedBatch): Refusal | undefined {
    try {
      return this.parts.preparer.prepare(draft, this.source.authority, into);
    } catch (error) {
      if (!isProgramFault(error)) throw error;
      return { problems: [faultOf(error)] };
    }
  }

  private async settle({ events, origins }: Ready): Promise<void> {
    // So are the identities behind its pseudonyms, whoever was the first to name them.
    await this.parts.pseudonyms.flush();
    const verdicts = await this.parts.lane.submit(events);
    const conflicts: Rejected[] = [];
    for (const [event, origin] of origins.entries()) {
      const verdict = verdicts[event];
      if (verdict === 'accepted') this.tally.accept(events.types[event] ?? '', events.occurredAt[event] ?? Number.NaN);
      else if (verdict === 'repeated') this.tally.counts.repeated += 1;
      else {
        this.tally.counts.conflicts += 1;
        conflicts.push({ origin, problems: [CONFLICT] });
      }
    }
    this.setAside(conflicts);
  }

  private setAside(rejected: readonly Rejected[]): void {
    if (rejected.length === 0) return;
    const ids = this.park(
      rejected.map(({ origin, problems, awaits, due }) => ({
        problems,
        place: origin.place,
        source: this.source.name,
        format: origin.format ?? this.format,
        options: origin.replay ?? replayOptionsOf(this.options),
        original: origin.original(),
        ...(awaits === undefined ? {} : { awaits }),
        ...(due === undefined ? {} : { due }),
      })),
    );
    for (const [position, { origin, problems }] of rejected.entries()) {
      const { code, reason, remedy, place } = problems[0] ?? CONFLICT;
      const where = place === undefined || place === '' ? origin.place : `${origin.place}, ${place}`;
      this.tally.issue({ quarantineId: ids[position] ?? '', place: where, code, reason, remedy });
    }
  }
}
