import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FrontEngine } from './engine';
import { EngineFailure, engineFailure, exceptionBlock, statusOf } from './failures';
import { readQuery } from './query';

const USER = 'default';
/** A server's `http_max_uri_size`. */
const LONGEST_ADDRESS = 1_048_576;

/** The part of ClickHouse's HTTP interface that `@clickhouse/client` uses. */
export function frontServer(engine: FrontEngine, version: string, password: string): Server {
  const server = createServer({ maxHeaderSize: LONGEST_ADDRESS }, (request, response) => {
    answer(engine, version, password, request, response).catch((error: unknown) => {
      refuse(response, version, error);
    });
  });
  // As a server's: the client leaves a connection idle for less, so neither end closes what the other is about to use.
  server.keepAliveTimeout = 30_000;
  server.requestTimeout = 0;
  return server;
}

async function answer(
  engine: FrontEngine,
  version: string,
  password: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://front');
  if (address.pathname === '/ping') return void response.end('Ok.\n');
  if (address.pathname !== '/') {
    response.writeHead(404).end(`There is no handle ${address.pathname}\n`);
    return;
  }
  if (!isAdmitted(request, address, password)) {
    const text = `${USER}: Authentication failed: password is incorrect, or there is no user with such name`;
    throw new EngineFailure(516, 'AUTHENTICATION_FAILED', text);
  }
  const query = await readQuery(request, address);
  const { format, pieces } = await engine.run(query);
  const tag = randomBytes(8).toString('hex');
  response.writeHead(200, {
    'content-type': 'text/plain; charset=UTF-8',
    'x-clickhouse-server-display-name': 'plumbline-front',
    'x-clickhouse-query-id': query.id,
    'x-clickhouse-format': format,
    'x-clickhouse-timezone': 'UTC',
    'x-clickhouse-exception-tag': tag,
    ...(query.compressed ? { 'content-encoding': 'gzip' } : {}),
  });
  const broken = { yes: false };
  const source = Readable.from(untilFailure(pieces, version, tag, broken));
  const ways: Writable[] = query.compressed ? [createGzip()] : [];
  await pipeline([source, ...ways, response], { end: false });
  // A server breaks the protocol after such a block on purpose: an answer that looks whole must never lack rows.
  if (broken.yes) response.destroy();
  else response.end();
}

async function* untilFailure(
  pieces: AsyncIterable<Uint8Array>,
  version: string,
  tag: string,
  broken: { yes: boolean },
): AsyncIterable<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    broken.yes = true;
    yield Buffer.from(exceptionBlock(inFull(engineFailure(error).text, version), tag));
  }
}

function refuse(response: ServerResponse, version: string, error: unknown): void {
  const { code, text } = engineFailure(error);
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(statusOf(code), { 'content-type': 'text/plain; charset=UTF-8', 'x-clickhouse-exception-code': String(code) });
  response.end(`${inFull(text, version)}\n`);
}

const inFull = (text: string, version: string): string => `${text.trim()} (version ${version} (embedded, behind a front for tests))`;

function isAdmitted(request: IncomingMessage, address: URL, password: string): boolean {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  const basic = scheme === 'Basic' ? Buffer.from(token ?? '', 'base64').toString('utf8') : undefined;
  const { 'x-clickhouse-user': user, 'x-clickhouse-key': key } = request.headers;
  const asked = address.searchParams;
  const given = basic ?? `${String(user ?? asked.get('user') ?? USER)}:${String(key ?? asked.get('password') ?? '')}`;
  const wanted = Buffer.from(`${USER}:${password}`);
  const said = Buffer.from(given);
  return said.length === wanted.length && timingSafeEqual(said, wanted);
}
