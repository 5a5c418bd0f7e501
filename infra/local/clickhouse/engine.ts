import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { Session, drainPending } from 'chdb';
import { EngineFailure } from './failures';
import type { FrontQuery } from './query';
import { comesInPieces, formatOf, quoted, readingFrom, withClientIds } from './statement';

/** What a query has given so far and will give; the first piece was waited for, so that most errors are known before anything is sent. */
export interface Answer {
  readonly format: string;
  readonly pieces: AsyncIterable<Uint8Array>;
}

/**
 * chDB on a directory. Each query has a connection of its own, as a request to a server has a session of its own: settings and parameters
 * stick to a connection, and a second query would end a stream. Opening one takes a millisecond.
 */
export class FrontEngine {
  readonly #directory: string;
  /** Keeps the engine loaded while no query runs. */
  readonly #anchor: Session;
  /** Rows on their way in; within the directory, so that a front that is killed leaves nothing elsewhere. */
  readonly #spool: string;
  #spooled = 0;

  constructor(directory: string) {
    this.#directory = resolve(directory);
    this.#spool = join(this.#directory, 'spool');
    rmSync(this.#spool, { recursive: true, force: true });
    mkdirSync(this.#spool, { recursive: true });
    this.#anchor = new Session(this.#directory);
  }

  async version(): Promise<string> {
    return (await this.#anchor.queryAsync('SELECT version() FORMAT TabSeparated')).text().trim();
  }

  /** Runs a query; the caller reads `pieces` to the end or leaves them, either frees the connection. */
  async run(query: FrontQuery): Promise<Answer> {
    const session = new Session(this.#directory);
    try {
      await prepare(session, query);
      const statement = withClientIds(query.statement);
      const format = formatOf(statement, query.format);
      if (query.data === undefined && !query.whole && comesInPieces(statement, format)) {
        const stream = session.queryStream(statement, { format })[Symbol.asyncIterator]();
        const first = await stream.next();
        return { format, pieces: inPieces(first, stream, session) };
      }
      const bytes = await this.#atOnce(session, statement, format, query.data);
      session.close();
      return { format, pieces: Readable.from(bytes.length > 0 ? [bytes] : []) as AsyncIterable<Uint8Array> };
    } catch (error) {
      session.close();
      throw error;
    }
  }

  async close(): Promise<void> {
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

/** A parameter is part of a statement here, and a statement may have 262,144 bytes. */
const LONG_PARAMETERS = 100_000;

/** Database, settings, parameters and the client's id of the query, in as few statements as can be: each costs as much as opening the connection. */
async function prepare(session: Session, { database, parameters, settings, id }: FrontQuery): Promise<void> {
  if (database !== undefined) await session.queryAsync(`USE \`${database.replaceAll('`', '\\`')}\``);
  const own = new Map([...settings, ['log_comment', id]]);
  const isLong = [...parameters.values()].reduce((sum, { length }) => sum + length, 0) > LONG_PARAMETERS;
  if (isLong) {
    await session.queryAsync('SET max_query_size = 0');
    await session.queryAsync(setting(parameters));
    await session.queryAsync('SET max_query_size = DEFAULT');
  }
  await session.queryAsync(setting(isLong ? own : new Map([...parameters, ...own])));
}

const setting = (values: ReadonlyMap<string, string>): string =>
  `SET ${[...values].map(([name, value]) => `${name} = ${quoted(value)}`).join(', ')}`;

async function* inPieces(
  first: IteratorResult<{ raw(): Uint8Array }>,
  stream: AsyncIterator<{ raw(): Uint8Array }>,
  session: Session,
): AsyncIterable<Uint8Array> {
  try {
    for (let next = first; next.done !== true; next = await stream.next()) yield next.value.raw();
  } finally {
    await stream.return?.();
    session.close();
  }
}

/** A statement is text to the engine, so its rows have to be text too. */
function textOf(data: Buffer): string {
  const text = data.toString('utf8');
  if (!text.includes('\uFFFD')) return text;
  throw new EngineFailure(48, 'NOT_IMPLEMENTED', 'This front takes rows as UTF-8 text');
}
