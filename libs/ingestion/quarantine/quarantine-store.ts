import { gunzipSync, gzipSync } from 'node:zlib';
import { ProblemError, sha256Of, type Clock, type Problem } from '@plumbline/kernel';
import type Database from 'libsql';
import type { ReplayOptions } from '../core/draft';
import type { Format } from '../core/formats';

/** `open`: waits for somebody; `replayed`: taken over later; `dismissed`: somebody decided that it is not needed. */
export type QuarantineState = 'open' | 'replayed' | 'dismissed';

export interface Quarantined {
  readonly problems: readonly Problem[];
  readonly place: string;
  readonly source: string;
  readonly format: Format;
  readonly options: ReplayOptions;
  readonly original: Uint8Array;
  /** Hashed reference without which the record cannot be read; see `ContextStore.keyOf`. */
  readonly awaits?: string;
  /** From when on the record can be taken over as it is, UTC milliseconds; it is then replayed by itself. */
  readonly due?: number;
}

export interface QuarantineEntry {
  readonly id: string;
  readonly state: QuarantineState;
  readonly code: Problem['code'];
  readonly problems: readonly Problem[];
  readonly place: string;
  readonly source: string;
  readonly format: Format;
  readonly options: ReplayOptions;
  /** UTC milliseconds. */
  readonly receivedAt: number;
  readonly settledAt: number | undefined;
  /** How often it was received or replayed. */
  readonly attempts: number;
  readonly mended: boolean;
}

export interface QuarantineContent extends QuarantineEntry {
  readonly original: Buffer;
  /** The mended copy; the original is never changed. */
  readonly mendedBytes: Buffer | undefined;
}

export interface QuarantineFilter {
  readonly state?: QuarantineState;
  readonly code?: string;
  readonly source?: string;
  /** Entries after this id, in the order of arrival. */
  readonly after?: string;
  /** 1 to 1,000; 50 unless told. */
  readonly limit?: number;
}

interface Row {
  readonly id: number;
  readonly state: QuarantineState;
  readonly code: Problem['code'];
  readonly problems: string;
  readonly place: string;
  readonly source: string;
  readonly format: Format;
  readonly options: string;
  readonly received_at: number;
  readonly settled_at: number | null;
  readonly attempts: number;
  readonly mended: number;
}

const COLUMNS =
  'id, state, code, problems, place, source, format, options, received_at, settled_at, attempts, mended IS NOT NULL AS mended';

const idOf = (row: number): string => `Q-${String(row).padStart(8, '0')}`;

function rowOf(id: string): number {
  const digits = /^Q-(\d{1,15})$/.exec(id)?.[1];
  if (digits === undefined) {
    throw new ProblemError({
      code: 'quarantine.unknown',
      reason: 'There is no such entry in quarantine.',
      remedy: 'List the quarantine; an id looks like Q-00000001.',
    });
  }
  return Number(digits);
}

const entryOf = (row: Row): QuarantineEntry => ({
  id: idOf(row.id),
  state: row.state,
  code: row.code,
  problems: JSON.parse(row.problems) as Problem[],
  place: row.place,
  source: row.source,
  format: row.format,
  options: JSON.parse(row.options) as ReplayOptions,
  receivedAt: row.received_at,
  settledAt: row.settled_at ?? undefined,
  attempts: row.attempts,
  mended: row.mended === 1,
});

/** Every record that could not be taken over, with its bytes as they came. Durable when `put` returns; where it cannot write, it throws and the input is refused. */
export class QuarantineStore {
  /** Asked at the end of every input. */
  private readonly ready: Database.Statement;

  constructor(
    private readonly database: Database.Database,
    private readonly clock: Clock,
  ) {
    this.ready = database.prepare(`
      SELECT quarantine.id AS id FROM quarantine JOIN context ON context.key = quarantine.awaits
        WHERE quarantine.state = 'open' AND quarantine.awaits IS NOT NULL AND quarantine.code = 'reference.unresolved'
      UNION SELECT id FROM quarantine WHERE state = 'open' AND due IS NOT NULL AND due <= ?1 AND code = 'time.in-future'
      ORDER BY id LIMIT ?2`);
  }

  /** The same bytes for the same reason are one entry with one more attempt, so that a sender who retries for ever fills nothing. */
  put(entries: readonly Quarantined[]): readonly string[] {
    if (entries.length === 0) return [];
    const insert = this.database.prepare(`
      INSERT INTO quarantine (fingerprint, state, code, problems, place, source, format, options, original, received_at, attempts, awaits, due)
      VALUES (?, 'open', ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
      ON CONFLICT (fingerprint) DO UPDATE SET attempts = attempts + 1, state = 'open', settled_at = NULL, due = excluded.due
      RETURNING id`);
    const now = this.clock.now();
    return this.database.transaction(() =>
      entries.map((entry) => {
        const code = entry.problems[0]?.code ?? 'internal.unknown';
        const options = JSON.stringify(entry.options);
        const label = Buffer.from([entry.source, entry.format, options, code, ''].join('\u0000'));
        const row = insert.get(
          sha256Of([label, entry.original]).toString('hex'),
          code,
          JSON.stringify(entry.problems.slice(0, 20)),
          entry.place,
          entry.source,
          entry.format,
          options,
          gzipSync(entry.original),
          now,
          entry.awaits ?? null,
          entry.due ?? null,
        ) as { id: number };
        return idOf(row.id);
      }),
    )();
  }

  list(filter: QuarantineFilter = {}): readonly QuarantineEntry[] {
    const limit = Math.min(1_000, Math.max(1, filter.limit ?? 50));
    const rows = this.database
      .prepare(
        `SELECT ${COLUMNS} FROM quarantine
         WHERE id > ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR code = ?3) AND (?4 IS NULL OR source = ?4)
         ORDER BY id LIMIT ?5`,
      )
      .all(filter.after === undefined ? 0 : rowOf(filter.after), filter.state ?? null, filter.code ?? null, filter.source ?? null, limit);
    return (rows as Row[]).map(entryOf);
  }

  /** How many entries the filter finds; `after` and `limit` do not matter. */
  count(filter: QuarantineFilter = {}): number {
    const row = this.database
      .prepare(
        `SELECT count(*) AS entries FROM quarantine WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR code = ?2) AND (?3 IS NULL OR source = ?3)`,
      )
      .get(filter.state ?? null, filter.code ?? null, filter.source ?? null) as { entries: number };
    return row.entries;
  }

  /** Open entries by source and code, for source health. */
  counts(): readonly { readonly source: string; readonly code: Problem['code']; readonly open: number; readonly newestAt: number }[] {
    return this.database
      .prepare(
        `SELECT source, code, count(*) AS open, max(received_at) AS newestAt FROM quarantine WHERE state = 'open' GROUP BY source, code ORDER BY source, code`,
      )
      .all() as { source: string; code: Problem['code']; open: number; newestAt: number }[];
  }

  /** @throws ProblemError `quarantine.unknown` */
  get(id: string): QuarantineContent {
    const row = this.database.prepare(`SELECT ${COLUMNS}, original, mended AS mendedBytes FROM quarantine WHERE id = ?`).get(rowOf(id)) as
      (Row & { original: Uint8Array; mendedBytes: Uint8Array | null }) | undefined;
    if (row === undefined) {
      throw new ProblemError({
        code: 'quarantine.unknown',
        reason: 'There is no such entry in quarantine.',
        remedy: 'List the quarantine.',
      });
    }
    return {
      ...entryOf(row),
      original: gunzipSync(row.original),
      mendedBytes: row.mendedBytes === null ? undefined : gunzipSync(row.mendedBytes),
    };
  }

  /** Keeps a corrected copy beside the original; the next replay takes the copy. */
  mend(id: string, bytes: Uint8Array): QuarantineEntry {
    const { id: known } = this.get(id);
    this.database.prepare('UPDATE quarantine SET mended = ? WHERE id = ?').run(gzipSync(bytes), rowOf(known));
    return this.get(known);
  }

  settle(id: string, state: 'replayed' | 'dismissed'): void {
    this.database
      .prepare('UPDATE quarantine SET state = ?, settled_at = ?, attempts = attempts + ? WHERE id = ?')
      .run(state, this.clock.now(), state === 'replayed' ? 1 : 0, rowOf(id));
  }

  /** A replay found these problems: they replace the earlier ones, and the entry stays open. Where its time had come it waits for a person from now on. */
  keepOpen(id: string, problems: readonly Problem[]): void {
    this.database
      .prepare('UPDATE quarantine SET problems = ?, code = ?, due = CASE WHEN due > ? THEN due END, attempts = attempts + 1 WHERE id = ?')
      .run(JSON.stringify(problems.slice(0, 20)), problems[0]?.code ?? 'internal.unknown', this.clock.now(), rowOf(id));
  }

  /** Open entries whose missing reference has become known, or whose time has come, the oldest first. */
  readyToReplay(limit: number): readonly string[] {
    const rows = this.ready.all(this.clock.now(), limit) as { id: number }[];
    return rows.map((row) => idOf(row.id));
  }

  /** Open entries with this code, the oldest first. */
  openWith(code: Problem['code'], limit: number): readonly string[] {
    const rows = this.database
      .prepare(`SELECT id FROM quarantine WHERE state = 'open' AND code = ? ORDER BY id LIMIT ?`)
      .all(code, limit) as { id: number }[];
    return rows.map((row) => idOf(row.id));
  }
}
