import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = /^partition-(\d+)-at-(\d+)\.snapshot$/;
/** The newest may lie beyond what ClickHouse kept after a power cut; then the one before serves. */
const KEPT = 2;
const ABANDONED_AFTER = 3_600_000;

/** A partition's state at a position, as its folds sealed it. */
export interface Saved {
  readonly position: number;
  readonly sealed: Uint8Array;
}

/**
 * The state of folds on disk, so that a restart reads the tail of the log only. All of the files can be deleted at any time: what is
 * missing, damaged, of other patterns or of another Node version is folded again. Several processes may share the directory, so that a
 * partition's next owner finds its state.
 */
export class Snapshots {
  constructor(private readonly directory: string) {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory).filter((entry) => entry.endsWith('.new'))) this.removeAbandoned(join(directory, name));
  }

  /** Writes the state of a partition at a position, whole or not at all. */
  async save(partition: number, { position, sealed }: Saved): Promise<void> {
    const path = this.path(partition, position);
    // Where the directory is shared, a process that was paused may be writing the same file.
    const beside = `${path}.${randomUUID()}.new`;
    const file = await open(beside, 'w');
    try {
      await file.writeFile(sealed);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    for (const old of this.positionsOf(partition).slice(KEPT)) this.remove(partition, old);
  }

  /** The states of a partition that are not beyond `atMost`, the newest first. */
  async *newest(partition: number, atMost: number): AsyncIterable<Saved> {
    for (const position of this.positionsOf(partition).filter((saved) => saved <= atMost)) {
      const sealed = await readFile(this.path(partition, position)).catch((error: unknown) => {
        // Another owner may have removed it since the directory was listed.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      });
      if (sealed !== undefined) yield { position, sealed };
    }
  }

  /** Forgets those of a partition. */
  clear(partition: number): void {
    for (const position of this.positionsOf(partition)) this.remove(partition, position);
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
