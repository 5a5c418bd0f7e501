import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Session, drainPending } from 'chdb';
import { EngineFailure } from './failures';
import type { FrontQuery } from './query';
import { Sessions, type Lent } from './sessions';
import { comesInPieces, formatOf, readingFrom, withClientIds } from './statement';

/** What a query has given so far and will give; the first piece was waited for, so that most errors are known before anything is sent. */
export interface Answer {
  readonly format: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/** chDB on a directory. Each query has a connection for itself, as a request to a server has a session of its own. */
export class FrontEngine {
  readonly #sessions: Sessions;
  /** Keeps the engine loaded while no query runs. */
  readonly #anchor: Session;
  /** Rows on their way in; within the directory, so that a front that is killed leaves nothing elsewhere. */
  readonly #spool: string;
  #spooled = 0;

  constructor(directory: string) {
    const absolute = resolve(directory);
    this.#sessions = new Sessions(absolute);
    this.#spool = join(absolute, 'spool');
    rmSync(this.#spool, { recursive: true, force: true });
    mkdirSync(this.#spool, { recursive: true });
    this.#anchor = new Session(absolute);
  }

  async version(): Promise<string> {
    return (await this.#anchor.queryAsync('SELECT version() FORMAT TabSeparated')).text().trim();
  }

  /** Runs a query; the caller reads `pieces` to the end or leaves them, either frees the connection. */
  async run(query: FrontQuery): Promise<Answer> {
    const lent = await this.#sessions.lend(query);
    const { session } = lent;
    try {
      const statement = withClientIds(query.statement);
      const format = formatOf(statement, query.format);
      if (query.data === undefined && !query.whole && comesInPieces(statement, format)) {
        const stream = session.queryStream(statement, { format })[Symbol.asyncIterator]();
        const first = await stream.next();
        return { format, pieces: inPieces(first, stream, lent) };
      }
      const bytes = await this.#atOnce(session, statement, format, query.data);
      lent.done(true);
      return { format, pieces: Readable.from(bytes.length > 0 ? [bytes] : []) as AsyncIterable<Uint8Array> };
    } catch (error) {
      lent.done(false);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#sessions.close();
    this.#anchor.close();
    await drainPending();
    rmSync(this.#spool, { recursive: true, force: true });
  }

  async #atOnce(session: Session, statement: string, format: string, data: Buffer | undefined): Promise<Uint8Array> {
    if (data === undefined) return (await session.queryAsync(statement, { format })).bytes();
    const file = join(this.#spool, String((this.#spooled += 1)));
    const fromFile = readingFrom(file, statement);
    if (fromFile === undefined) return (await session.queryAsync(`${statement}\n${textOf(data)}`, { format })).bytes();
    writeFileSync(file, data);
    try {
      return (await session.queryAsync(fromFile, { format })).bytes();
    } finally {
      rmSync(file);
    }
  }
}

async function* inPieces(
  first: IteratorResult<{ raw(): Uint8Array }>,
  stream: AsyncIterator<{ raw(): Uint8Array }>,
  lent: Lent,
): AsyncIterable<Uint8Array> {
  let whole = false;
  try {
    for (let next = first; next.done !== true; next = await stream.next()) yield next.value.raw();
    whole = true;
  } finally {
    await stream.return?.();
    lent.done(whole);
  }
}

/** A statement is text to the engine, so its rows have to be text too. */
function textOf(data: Buffer): string {
  const text = data.toString('utf8');
  if (!text.includes('\uFFFD')) return text;
  throw new EngineFailure(48, 'NOT_IMPLEMENTED', 'This front takes rows as UTF-8 text');
}
