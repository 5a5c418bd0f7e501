import { join } from 'node:path';
import type { Pseudonymiser } from '@plumbline/access';
import type { EventLog } from '@plumbline/event-log';
import { ProblemError, type Clock, type ProblemCode } from '@plumbline/kernel';
import { ContextStore } from '../context/context-store';
import { rememberEvent } from '../context/remember-event';
import { cloudEvents, cloudEventsBatch, cloudEventsNdjson } from '../cloudevents/adapter';
import { csv } from '../csv/adapter';
import type { Mapping } from '../csv/mapping';
import { RegisterStore } from '../csv/register-store';
import { fhir, fhirNdjson } from '../fhir/adapter';
import { catchUp } from '../idempotency/catch-up';
import { SeenIndex } from '../idempotency/seen-index';
import { QuarantineDesk } from '../quarantine/quarantine-desk';
import { QuarantineStore, type Quarantined } from '../quarantine/quarantine-store';
import type { Adapter, Reading, Surroundings } from './adapter';
import type { AcceptOptions, Format } from './formats';
import type { Input } from './input';
import { Intake, type Park } from './intake';
import { openIntakeStore } from './intake-store';
import { Lane } from './lane';
import { Preparer } from './prepare';
import { preview } from './preview';
import type { Receipt, Tally } from './receipt';
import type { SourceSettings } from './sources';

export interface IngestionParts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly pseudonyms: Pseudonymiser;
  /** Where the index and the quarantine lie; a folder of its own in the data directory. */
  readonly directory: string;
  /** The settings of a source, or undefined for one that nobody configured. */
  readonly sources: (name: string) => SourceSettings | undefined;
  /** The mappings that CSV files may be read by, by name. */
  readonly mappings?: ReadonlyMap<string, Mapping>;
}

export interface Ingestion {
  /**
   * Takes records over. When it resolves, every record is durable: in the log as an event, or in quarantine with its reason.
   * @throws ProblemError `source.unknown`, `csv.unknown-mapping`, `input.*` where the input as a whole is refused; the sender
   * may send it again, since what was accepted before is then a repeat.
   */
  accept(source: string, format: Format, input: Input, options?: AcceptOptions): Promise<Receipt>;
  /**
   * Takes over CloudEvents that their transport delivers one by one, as `accept` does: what `read` yields went another way to
   * this door and goes the same way behind it. `onSetAside` hears of each record that is durable in quarantine, conflicts included.
   * @throws ProblemError `source.unknown`
   */
  acceptRecords(source: string, read: (surroundings: Surroundings) => Reading, onSetAside: (record: Quarantined) => void): Promise<Receipt>;
  readonly quarantine: QuarantineDesk;
  /** Finishes what was accepted and closes the files; the log stays open. */
  close(): Promise<void>;
}

const ADAPTERS: Readonly<Record<Format, Adapter>> = {
  event: cloudEvents,
  'event-batch': cloudEventsBatch,
  'event-ndjson': cloudEventsNdjson,
  fhir,
  'fhir-ndjson': fhirNdjson,
  csv,
};

/** At most so many waiting records are released at the end of one input; the next input goes on. */
const MAX_RELEASED = 10_000;

const unknown = (code: ProblemCode, what: string, remedy: string): ProblemError =>
  new ProblemError({ code, reason: `There is no ${what} of this name.`, remedy });

/** Opens ingestion on a log: reads what the index has missed, takes over what waited for its time, then accepts. */
export async function createIngestion(parts: IngestionParts): Promise<Ingestion> {
  const database = openIntakeStore(parts.directory);
  const context = new ContextStore(database);
  const registers = new RegisterStore(database);
  const store = new QuarantineStore(database, parts.clock);
  const index = new SeenIndex(join(parts.directory, 'idempotency'), parts.log.partitions);
  const catchUpWithLog = (): Promise<number> =>
    catchUp(parts.log, index, (json) => {
      rememberEvent(context, json);
      context.flushWhenFull();
    });
  await catchUpWithLog();
  context.flush();
  const lane = new Lane(parts.log, index, catchUpWithLog);
  const preparer = new Preparer(parts.pseudonyms, parts.clock);

  const mappingOf = (format: Format, options: AcceptOptions): Mapping | undefined => {
    if (format !== 'csv') return undefined;
    const mapping = parts.mappings?.get(options.mapping ?? '');
    if (mapping === undefined) throw unknown('csv.unknown-mapping', 'mapping', 'Name one of the mapping files that were loaded.');
    return mapping;
  };

  const settingsOf = (name: string): SourceSettings => {
    const source = parts.sources(name);
    if (source === undefined) throw unknown('source.unknown', 'source', 'Add the source to the configuration, or correct its name.');
    return source;
  };

  const surroundingsOf = (source: SourceSettings, format: Format, options: AcceptOptions, known: ContextStore): Surroundings => ({
    source,
    context: known,
    options,
    mapping: mappingOf(format, options),
    registers,
    pseudonymOf: (kind, identifier) => parts.pseudonyms.pseudonymOf(kind, identifier, source.authority),
  });

  const take = async (
    name: string,
    format: Format,
    read: (surroundings: Surroundings) => Reading,
    options: AcceptOptions,
    park: Park,
  ): Promise<Tally> => {
    const source = settingsOf(name);
    const intake = new Intake({ preparer, pseudonyms: parts.pseudonyms, context, lane }, source, format, options, park);
    await intake.run(read(surroundingsOf(source, format, options, context)));
    return intake.tally;
  };
  const accept = (name: string, format: Format, input: Input, options: AcceptOptions, park: Park): Promise<Tally> =>
    take(name, format, (surroundings) => ADAPTERS[format](input, surroundings), options, park);

  const desk = new QuarantineDesk(store, {
    // A replay that fails leaves its entry open with the new problems; it makes no second entry.
    async accept(entry, bytes) {
      const tally = await accept(entry.source, entry.format, bytes, entry.options, (records) => records.map(() => entry.id));
      return tally.receipt(entry.source, entry.format);
    },
    preview(entry, bytes) {
      const source = settingsOf(entry.source);
      const reading = ADAPTERS[entry.format](bytes, surroundingsOf(source, entry.format, entry.options, context.fork()));
      return preview(reading, preparer, source);
    },
  });

  const releaseReady = async (): Promise<number> => {
    let released = 0;
    for (const id of store.readyToReplay(MAX_RELEASED)) {
      try {
        if ((await desk.replay(id)).outcome === 'replayed') released += 1;
      } catch (error) {
        // Somebody dismissed or replayed it by hand in the meantime.
        if (!(error instanceof ProblemError && error.code === 'quarantine.settled')) throw error;
      }
    }
    return released;
  };
  let releasing: Promise<unknown> = Promise.resolve();
  // One after the other, so that two inputs that end together do not replay the same entry. A release that failed has told its own input.
  const release = (): Promise<number> => {
    if (store.readyToReplay(1).length === 0) return Promise.resolve(0);
    const released = releasing.then(releaseReady, releaseReady);
    releasing = released;
    return released;
  };
  const released = async (tally: Tally): Promise<Tally> => {
    tally.counts.released += await release();
    return tally;
  };
  await release();

  return {
    quarantine: desk,
    async accept(name, format, input, options = {}) {
      const tally = await accept(name, format, input, options, (records) => store.put(records));
      return (await released(tally)).receipt(name, format);
    },
    async acceptRecords(name, read, onSetAside) {
      const park: Park = (records) => {
        const ids = store.put(records);
        records.forEach(onSetAside);
        return ids;
      };
      return (await released(await take(name, 'event', read, {}, park))).receipt(name, 'event');
    },
    async close() {
      await lane.idle();
      context.flush();
      index.close();
      database.close();
    },
  };
}
