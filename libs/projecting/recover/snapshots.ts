import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sha256 } from '@plumbline/kernel';
import type { FolderState } from '../fold/partition-folder';
import type { Restored } from '../fold/pipeline';

const FILE = /^partition-(\d+)-at-(\d+)\.snapshot$/;
/** The newest may lie beyond what ClickHouse kept after a power cut; then the one before serves. */
const KEPT = 2;
const HASH_BYTES = 32;

interface Content {
  readonly foldVersion: string;
  readonly node: string;
  readonly partition: number;
  readonly position: number;
  readonly state: FolderState;
}

/**
 * The state of folds on disk, so that a restart reads the tail of the log only. A file begins with the SHA-256 of the rest. All of
 * them can be deleted at any time: what is missing, damaged, of other patterns or of another Node version is folded again.
 */
export class Snapshots {
  constructor(
    private readonly directory: string,
    private readonly foldVersion: string,
  ) {
    mkdirSync(directory, { recursive: true });
  }

  /** Writes the state of a partition at a position, whole or not at all. Returns the milliseconds for which it kept the event loop. */
  async save(partition: number, position: number, state: FolderState): Promise<number> {
    const since = performance.now();
    const content: Content = { foldVersion: this.foldVersion, node: process.version, partition, position, state };
    const body = serialize(content);
    const hash = sha256(body);
    const blocked = performance.now() - since;
    const path = join(this.directory, `partition-${String(partition)}-at-${String(position)}.snapshot`);
    const file = await open(`${path}.new`, 'w');
    try {
      await file.writeFile(hash);
      await file.writeFile(body);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
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

  /** Forgets all of them. */
  clear(): void {
    rmSync(this.directory, { recursive: true, force: true });
    mkdirSync(this.directory, { recursive: true });
  }

  private read(partition: number, position: number): FolderState | undefined {
    const bytes = readFileSync(this.path(partition, position));
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

  private remove(partition: number, position: number): void {
    rmSync(this.path(partition, position), { force: true });
  }

  private path(partition: number, position: number): string {
    return join(this.directory, `partition-${String(partition)}-at-${String(position)}.snapshot`);
  }
}
