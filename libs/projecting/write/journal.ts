import { mkdirSync, readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Bounds } from '../fold/bounds';

/** Beyond this size the file starts anew; only its last lines can still matter. */
const LARGE = 1 << 20;

/**
 * The bounds of rounds, written and synced before their first row is inserted. After a crash the last of them says exactly what to
 * send again: the same token with a longer batch would silently drop the rows that came in addition.
 */
export class RoundJournal {
  private constructor(
    private readonly file: FileHandle,
    private size: number,
    /** The rounds found at opening, oldest first. */
    readonly earlier: readonly Bounds[],
  ) {}

  static async open(path: string): Promise<RoundJournal> {
    mkdirSync(dirname(path), { recursive: true });
    const file = await open(path, 'a+');
    const text = readFileSync(path, 'utf8');
    // A line that was cut off was never synced, so none of its rows was sent.
    const lines = text.slice(0, text.lastIndexOf('\n') + 1);
    if (lines.length < text.length) await file.truncate(Buffer.byteLength(lines));
    const earlier = lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Bounds);
    return new RoundJournal(file, Buffer.byteLength(lines), earlier);
  }

  /** Resolves when the bounds are on disk. All rounds recorded before must have their checkpoint. */
  async record(bounds: Bounds): Promise<void> {
    if (this.size > LARGE) {
      await this.file.truncate(0);
      this.size = 0;
    }
    const line = Buffer.from(`${JSON.stringify(bounds)}\n`);
    let written = 0;
    while (written < line.length) written += (await this.file.write(line, written)).bytesWritten;
    await this.file.datasync();
    this.size += line.length;
  }

  /** Forgets everything: the tables were filled anew from the log's beginning. */
  async clear(): Promise<void> {
    await this.file.truncate(0);
    await this.file.datasync();
    this.size = 0;
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
