import type { Arrivals } from '../arrivals';
import type { LogBatch, ReadOptions, StoredRecord } from '../port';
import { corruptRecord } from '../problems';
import type { FetchedMessage } from './cluster';
import type { KafkaConnection } from './connection';
import { PartitionFetch } from './partition-fetch';
import { beyondReach } from './problems';
import { decodeMessage } from './record-format';

const MAX_RECORDS = 10_000;
const DEFAULT_RECORDS = 1_000;
const DEFAULT_BYTES = 8 * 1024 * 1024;
/** What the tail, a reader behind it and one more hold; each about a mebibyte. */
const KEPT_CHUNKS = 3;
/** The broker answers as soon as there is a record, and otherwise after so long: the longest that nobody asks it anything. */
const TAIL_MILLISECONDS = 5_000;

/** Consecutive messages as one request brought them. */
interface Chunk {
  readonly first: number;
  readonly end: number;
  readonly messages: readonly FetchedMessage[];
}

/**
 * Reads a partition at any position: what was fetched is kept for the next steps of whoever goes forward through it, and the
 * chunk after it is on its way meanwhile. Waiting at the tail has a connection of its own, because a broker that waits answers nothing else on it.
 */
export class PartitionReader {
  /** The position that the next record will have, as far as this process has heard. */
  end = 0;
  private readonly fetching: PartitionFetch;
  private readonly tail: PartitionFetch;
  private readonly chunks: Chunk[] = [];
  private ahead: { readonly from: number; readonly chunk: Promise<Chunk> } | undefined;
  private following = false;

  constructor(
    connection: KafkaConnection,
    topic: string,
    private readonly partition: number,
    private readonly arrivals: Arrivals,
    /** Called with the new end whenever the partition is heard to have grown. */
    private readonly grown: () => void,
  ) {
    this.fetching = new PartitionFetch(connection, topic, partition);
    this.tail = new PartitionFetch(connection, topic, partition);
  }

  async read(from: number, options: ReadOptions): Promise<LogBatch> {
    if (!Number.isInteger(from) || from < 0) throw beyondReach(this.partition, from);
    const until = from + Math.max(1, Math.min(options.maxRecords ?? DEFAULT_RECORDS, MAX_RECORDS));
    const maxBytes = options.maxBytes ?? DEFAULT_BYTES;
    const records: StoredRecord[] = [];
    let bytes = 0;
    for (let next = from; next < until && bytes < maxBytes; next += 1) {
      const chunk = next === from || next < this.end ? await this.chunkWith(next) : this.kept(next);
      const message = chunk?.messages[next - chunk.first];
      if (message === undefined) break;
      try {
        const record = decodeMessage(this.partition, next, message);
        records.push(record);
        bytes += record.bytes.length;
      } catch (error) {
        // What stands before a bad record is handed out first, and the bad one is then the answer to the next read.
        if (records.length === 0) throw error;
        break;
      }
    }
    return { partition: this.partition, records, next: from + records.length };
  }

  /** The partition is heard to end at `end` or later. */
  heard(end: number): void {
    if (end <= this.end) return;
    this.end = end;
    this.grown();
  }

  /** Starts to wait for the broker's word of new records, as long as somebody waits for them. */
  follow(): void {
    if (this.following) return;
    this.following = true;
    this.listen()
      .catch((error: unknown) => {
        this.arrivals.fail(this.partition, error as Error);
      })
      .finally(() => {
        this.following = false;
      });
  }

  async close(): Promise<void> {
    await Promise.all([this.fetching.close(), this.tail.close()]);
  }

  private async listen(): Promise<void> {
    while (this.arrivals.waitedFor(this.partition)) this.keep(await this.fetchChunk(this.tail, this.end, TAIL_MILLISECONDS));
  }

  private kept(position: number): Chunk | undefined {
    return this.chunks.find(({ first, end }) => position >= first && position < end);
  }

  private async chunkWith(position: number): Promise<Chunk | undefined> {
    const kept = this.kept(position);
    if (kept !== undefined) return kept;
    const forward = position === 0 || this.chunks.some(({ end }) => end === position);
    const onItsWay = this.ahead?.from === position ? this.ahead.chunk : undefined;
    const chunk = await (onItsWay ?? this.fetchChunk(this.fetching, position, 0));
    if (onItsWay !== undefined) this.ahead = undefined;
    this.keep(chunk);
    if (forward && chunk.end < this.end && chunk.end > position) this.fetchAhead(chunk.end);
    return chunk.end > position ? chunk : undefined;
  }

  private fetchAhead(from: number): void {
    if (this.ahead?.from === from) return;
    const chunk = this.fetchChunk(this.fetching, from, 0);
    // A failure is the answer to the read that comes for this chunk; until then nobody has asked.
    chunk.catch(() => undefined);
    this.ahead = { from, chunk };
  }

  private async fetchChunk(through: PartitionFetch, first: number, patience: number): Promise<Chunk> {
    const { messages, end } = await through.fetch(first, patience);
    messages.forEach(({ offset }, index) => {
      if (Number(offset) !== first + index) throw corruptRecord(this.partition, first + index, 'it is missing from the topic');
    });
    this.heard(Math.max(end, first + messages.length));
    return { first, end: first + messages.length, messages };
  }

  private keep(chunk: Chunk): void {
    if (chunk.messages.length === 0) return;
    this.chunks.unshift(chunk);
    this.chunks.length = Math.min(this.chunks.length, KEPT_CHUNKS);
  }
}
