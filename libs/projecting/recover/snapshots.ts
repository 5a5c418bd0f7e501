import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '@plumbline/kernel';
import type { FolderState } from '../fold/partition-folder';

const FILE = /^partition-(\d+)-at-(\d+)\.snapshot$/;
/** The newest may lie beyond what ClickHouse kept after a power cut; then the one before serves. */
const KEPT = 2;
const HASH_BYTES = 32;
const ABANDONED_AFTER = 3_600_000;

/** A partition's state at a position. */
export interface Restored {
  readonly position: number;
  readonly state: FolderState;
}

interface Content {
  readonly foldVersion: string;
  readonly node: string;
  readonly partition: number;
  readonly position: number;
  readonly state: FolderState;
}

/**
 * The state of folds on disk, so that a restart reads the tail of the log only. A file begins with the SHA-256 of the rest. All of
 * them can be deleted at any time: what is missing, damaged, of other patterns or of another Node version is folded again. Several
 * processes may share the directory, so that a partition's next owner finds its state.
 */
export class Snapshots {
  constructor(
    private readonly directory: string,
    private readonly foldVersion: string,
  ) {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory).filter((entry) => entry.endsWith('.new'))) this.removeAbandoned(join(directory, name));
  }

  /** Writes the state of a partition at a position, whole or not at all. Returns the milliseconds for which it kept the event loop. */
  async save(partition: number, position: number, state: FolderState): Promise<number> {
    const since = performance.now();
    const content: Content = { foldVersion: this.foldVersion, node: process.version, partition, position, state };
    const body = serialize(content);
    const hash = sha256(body);
    const blocked = performance.now() - since;
    const path = join(this.directory, `partition-${String(partition)}-at-${String(position)}.snapshot`);
    // Where the directory is shared, a process that was paused may be writing the same file.
    const beside = `${path}.${randomUUID()}.new`;
    const file = await open(beside, 'w');
    try {
      await file.writeFile(hash);
      await file.writeFile(body);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    for (const old of this.positionsOf(partition).slice(KEPT)) this.remove(partition, old);
    return blocked;
  }

  /** The newest good state of a partition that is not beyond `atMost`. */
  newest(partition: number, atMost: number): Restored | undefined {
    for (const position of this.positionsOf(partition)) {
      const state = position <= atMost ? this.read(partition, position) : undefined;
      if (state !== undefined) return { position, state };
    }
    return undefined;
  }

  /** Forgets those of a partition. */
  clear(partition: number): void {
    for (const position of this.positionsOf(partition)) this.remove(partition, position);
  }

  private read(partition: number, position: number): FolderState | undefined {
    const path = this.path(partition, position);
    // Another owner may have removed it since the directory was listed.
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    const body = bytes.subarray(HASH_BYTES);
    if (!bytes.subarray(0, HASH_BYTES).equals(sha256(body))) return undefined;
    const content = deserialize(body) as Content;
    const ours = content.foldVersion === this.foldVersion && content.node === process.version;
    return ours && content.partition === partition && content.position === position ? content.state : undefined;
  }

  /** Newest first. */
  private positionsOf(partition: number): readonly number[] {
    return readdirSync(this.directory)
      .flatMap((name) => {
        const [, of, position] = FILE.exec(name) ?? [];
        return Number(of) === partition ? [Number(position)] : [];
      })
      .sort((left, right) => right - left);
  }

  /** A file whose writer died; one that is young may still be written by somebody. */
  private removeAbandoned(path: string): void {
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (mtimeMs < Date.now() - ABANDONED_AFTER) rmSync(path, { force: true });
  }

  private remove(partition: number, position: number): void {
    rmSync(this.path(partition, position), { force: true });
  }

  private path(partition: number, position: number): string {
    return join(this.directory, `partition-${String(partition)}-at-${String(position)}.snapshot`);
  }
}
