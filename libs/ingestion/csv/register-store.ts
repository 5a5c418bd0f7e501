import type Database from 'libsql';

/** An entry as it stood in the last snapshot. `people` are pseudonyms. */
export interface RegisterEntry {
  readonly entry: string;
  readonly present: boolean;
  readonly content: string;
  readonly people: Readonly<Record<string, string>>;
}

interface Row {
  readonly entry: string;
  readonly present: number;
  readonly content: string;
  readonly people: string;
}

const entryOf = (row: Row): RegisterEntry => ({
  entry: row.entry,
  present: row.present === 1,
  content: row.content,
  people: JSON.parse(row.people) as RegisterEntry['people'],
});

/** What each register said last, so that the next snapshot can be compared with it. */
export class RegisterStore {
  constructor(private readonly database: Database.Database) {}

  /** The date of the last snapshot, or undefined before the first. */
  lastSnapshot(register: string): string | undefined {
    const row = this.database.prepare('SELECT max(day) AS day FROM register_snapshot WHERE register = ?').get(register) as {
      day: string | null;
    };
    return row.day ?? undefined;
  }

  /** What the snapshot of a day held when it was taken over, or undefined where it was not. */
  digestOf(register: string, day: string): string | undefined {
    const row = this.database.prepare('SELECT content FROM register_snapshot WHERE register = ? AND day = ?').get(register, day) as
      { content: string } | undefined;
    return row?.content;
  }

  entry(register: string, entry: string): RegisterEntry | undefined {
    const row = this.database.prepare('SELECT * FROM register_entry WHERE register = ? AND entry = ?').get(register, entry) as
      Row | undefined;
    return row === undefined ? undefined : entryOf(row);
  }

  present(register: string): readonly RegisterEntry[] {
    return (
      this.database.prepare('SELECT * FROM register_entry WHERE register = ? AND present = 1 ORDER BY entry').all(register) as Row[]
    ).map(entryOf);
  }

  /** Called when the events of the snapshot are durable: a crash before leaves the old state, and the same events follow from it again. */
  save(register: string, day: string, entries: readonly RegisterEntry[], digest: string | undefined): void {
    const upsert = this.database.prepare(
      'INSERT OR REPLACE INTO register_entry (register, entry, present, content, people) VALUES (?, ?, ?, ?, ?)',
    );
    this.database.transaction(() => {
      for (const { entry, present, content, people } of entries)
        upsert.run(register, entry, present ? 1 : 0, content, JSON.stringify(people));
      // A part of a snapshot says nothing of the whole that may have been taken over for that day.
      const verb = digest === undefined ? 'INSERT OR IGNORE' : 'INSERT OR REPLACE';
      this.database.prepare(`${verb} INTO register_snapshot (register, day, content) VALUES (?, ?, ?)`).run(register, day, digest ?? '');
    })();
  }
}
