import { Session } from 'chdb';
import type { FrontQuery } from './query';
import { quoted, leavesNothingBehind } from './statement';

/** Under it nothing can be set any more, so it is set last and for one query; under 2 everything else can. */
const READS_ONLY = '1';
/** Idle connections of one kind; more at once than that are closed when they are done. */
const MOST_IDLE = 16;
/** A parameter is part of a statement here, and a statement has a greatest length: 262,144 bytes. */
const LONG_PARAMETERS = 100_000;

/** A connection that a query has for itself. */
export interface Lent {
  readonly session: Session;
  /** To be called once; `whole` where the query went to its end without an error, so that the next one may have the connection. */
  done(whole: boolean): void;
}

/**
 * Connections of the engine. Settings and parameters stick to one, and a second query would end a stream, so each query has one for itself; the
 * next with the same database and settings takes it over. Opening one and setting it up costs more processor time than most statements.
 */
export class Sessions {
  readonly #directory: string;
  readonly #idle = new Map<string, Session[]>();
  #closed = false;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async lend(query: FrontQuery): Promise<Lent> {
    const kind = JSON.stringify([query.database, ...query.settings]);
    const idle = this.#idle.get(kind)?.pop();
    const session = idle ?? new Session(this.#directory);
    const done = (whole: boolean): void => {
      if (whole && this.#keeps(query)) this.#keep(kind, session);
      else session.close();
    };
    try {
      if (idle === undefined) await setUp(session, query);
      await setFor(session, query);
      return { session, done };
    } catch (error) {
      done(false);
      throw error;
    }
  }

  close(): void {
    this.#closed = true;
    for (const sessions of this.#idle.values()) for (const session of sessions) session.close();
    this.#idle.clear();
  }

  #keep(kind: string, session: Session): void {
    const sessions = this.#idle.get(kind) ?? [];
    this.#idle.set(kind, sessions);
    if (sessions.length < MOST_IDLE) sessions.push(session);
    else session.close();
  }

  /** Where nothing may be set any more, or the statement may have left something on the connection, the next query needs another. */
  #keeps({ settings, statement }: FrontQuery): boolean {
    return !this.#closed && settings.get('readonly') !== READS_ONLY && leavesNothingBehind(statement);
  }
}

async function setUp(session: Session, { database, settings }: FrontQuery): Promise<void> {
  if (database !== undefined) await session.queryAsync(`USE \`${database.replaceAll('`', '\\`')}\``);
  // In their order, with what forbids the rest at the end.
  const lasting = [...settings].filter(([name, value]) => name !== 'readonly' || value !== READS_ONLY);
  const ordered = lasting.sort(([left], [right]) => Number(left === 'readonly') - Number(right === 'readonly'));
  if (ordered.length > 0) await session.queryAsync(setting(new Map(ordered)));
}

/** The parameters and the client's id of the query. */
async function setFor(session: Session, { id, parameters, settings }: FrontQuery): Promise<void> {
  const text = setting(new Map([...parameters, ['log_comment', id]]));
  const isLong = text.length > LONG_PARAMETERS;
  if (isLong) await session.queryAsync('SET max_query_size = 0');
  await session.queryAsync(text);
  if (isLong) await session.queryAsync('SET max_query_size = DEFAULT');
  if (settings.get('readonly') === READS_ONLY) await session.queryAsync(setting(new Map([['readonly', READS_ONLY]])));
}

const setting = (values: ReadonlyMap<string, string>): string =>
  `SET ${[...values].map(([name, value]) => `${name} = ${quoted(value)}`).join(', ')}`;
