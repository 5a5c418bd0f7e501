import { join } from 'node:path';
import { corruptRecord } from '../problems';
import { Block } from './block';
import { createOrCheck } from './layout';
import { packBlock, unpackBlock, type StoredBlock } from './packing';
import { isDiskFull } from './problems';
import { connect, pragma, type SqliteConnection, type SqliteStatement } from './sqlite';

/** A block's row: partition × 2^48 + position of its first record, so that one integer key orders each partition by position. */
const SPAN = 2 ** 48;
/** Row ids stay exact in a JavaScript number. */
export const MAX_PARTITIONS = 32;

/** Large pages: a group of a thousand records is some 30 of them instead of 110. Measured in docs/adr/0010. */
const PAGE_BYTES = 16_384;
/** Copying the write-ahead log back in portions of 4 MB keeps the longest commit under about 20 ms; in 16 MB it was 60. */
const CHECKPOINT_PAGES = 250;

export interface NewBlock {
  readonly partition: number;
  readonly first: number;
  readonly block: Buffer;
}

/** Blocks in SQLite: one connection writes, another reads, so that reading never waits for a commit. */
export class BlockStore {
  private constructor(
    readonly partitions: number,
    private readonly writer: SqliteConnection,
    private readonly reader: SqliteConnection,
    private readonly begin: SqliteStatement,
    private readonly insert: SqliteStatement,
    private readonly find: SqliteStatement,
  ) {}

  /** @throws ProblemError `log.partitions-changed`, `log.newer-layout`; whatever SQLite says of a damaged file. */
  static async open(directory: string, asked: number | undefined): Promise<BlockStore> {
    const file = join(directory, 'log.sqlite');
    const writer = connect(file);
    try {
      await writer.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
      await pragma(writer, 'journal_mode = WAL');
      // FULL: the write-ahead log is synced before a commit returns, and that is what an acknowledgement stands on.
      await writer.exec('PRAGMA synchronous = FULL');
      await pragma(writer, `wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
      const partitions = await createOrCheck(writer, directory, asked);
      const reader = connect(file);
      return new BlockStore(
        partitions,
        writer,
        reader,
        await writer.prepare('BEGIN IMMEDIATE'),
        await writer.prepare('INSERT INTO blocks (id, block, unpacked) VALUES (?, ?, ?)'),
        await reader.prepare('SELECT id, block, unpacked FROM blocks WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1'),
      );
    } catch (error) {
      writer.close();
      throw error;
    }
  }

  /** One transaction, durable when it resolves. When it rejects none of the blocks is there, unless the commit's own outcome is unknown. */
  async commit(blocks: readonly NewBlock[]): Promise<void> {
    try {
      this.begin.run();
      for (const { partition, first, block } of blocks) {
        const stored = packBlock(block);
        this.insert.run(partition * SPAN + first, stored.block, stored.unpacked);
      }
      await this.writer.exec('COMMIT');
    } catch (error) {
      if (this.writer.inTransaction) await this.writer.exec('ROLLBACK');
      throw error;
    }
  }

  /** The block that holds the position, or the last one before it; undefined where the partition has none so early. */
  blockAt(partition: number, position: number): Block | undefined {
    const row = this.find.get(partition * SPAN, partition * SPAN + position) as (StoredBlock & { id: number }) | undefined;
    if (row === undefined) return undefined;
    const first = row.id - partition * SPAN;
    if (!Buffer.isBuffer(row.block)) throw corruptRecord(partition, first, 'its block is of another kind');
    const block = unpackBlock(row);
    if (block === undefined) throw corruptRecord(partition, first, 'its block cannot be unpacked');
    return new Block(block, partition, first);
  }

  /** Lets both connections go and the files as they are. */
  abandon(): void {
    this.reader.close();
    this.writer.close();
  }

  /** Moves the write-ahead log into the database file and lets both go. */
  async close(): Promise<void> {
    this.reader.close();
    try {
      await pragma(this.writer, 'wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // On a full disk the records stay safe in the write-ahead log, from where the next opening takes them.
      if (!isDiskFull(error)) throw error;
    } finally {
      this.writer.close();
    }
  }

  /** The position after the last record of a partition. */
  end(partition: number): number {
    return this.blockAt(partition, SPAN - 1)?.end ?? 0;
  }
}
