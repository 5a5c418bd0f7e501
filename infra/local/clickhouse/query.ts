import type { IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { EngineFailure } from './failures';

/** One request in the terms of the engine. */
export interface FrontQuery {
  readonly id: string;
  readonly statement: string;
  /** Rows for the statement, where it stood in the address and they in the body. */
  readonly data: Buffer | undefined;
  readonly database: string | undefined;
  /** The format of the answer where the statement names none. */
  readonly format: string;
  readonly settings: ReadonlyMap<string, string>;
  /** As they came: ClickHouse's escaped form of each value. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Nothing may be sent before all is known, so that an error has its status. */
  readonly whole: boolean;
  readonly compressed: boolean;
}

/** The engine takes a statement as one text, which cannot be longer. */
const MOST_BYTES = 512 * 1024 * 1024;

/** What the address may say beside settings and parameters. */
const OF_THE_DOOR = new Set(
  'query query_id database default_format user password session_id session_timeout session_check role compress decompress wait_end_of_query buffer_size http_response_buffer_size enable_http_compression http_zlib_compression_level send_progress_in_http_headers http_headers_progress_interval_ms http_write_exception_in_output_format cancel_http_readonly_queries_on_client_close'.split(
    ' ',
  ),
);
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Reads a request to its end. @throws EngineFailure with ClickHouse's code for what this door does not speak. */
export async function readQuery(request: IncomingMessage, address: URL): Promise<FrontQuery> {
  const asked = address.searchParams;
  const body = await readBody(request);
  const form = partsOf(request, body);
  const inAddress = form?.get('query') ?? asked.get('query');
  const settings = new Map<string, string>();
  const parameters = new Map<string, string>();
  for (const [name, value] of [...asked, ...(form ?? [])]) {
    if (!NAME.test(name))
      throw new EngineFailure(
        115,
        'UNKNOWN_SETTING',
        `Setting ${JSON.stringify(name)} is neither a builtin setting nor started with the prefix 'param_'`,
      );
    if (name.startsWith('param_')) parameters.set(name, value);
    else if (!OF_THE_DOOR.has(name)) settings.set(name, value);
  }
  // As a server does: a GET never writes.
  if (request.method === 'GET' && (settings.get('readonly') ?? '0') === '0') settings.set('readonly', '2');
  return {
    id: asked.get('query_id') ?? randomUUID(),
    statement: inAddress === null ? body.toString('utf8') : inAddress,
    data: inAddress === null || form !== undefined || body.length === 0 ? undefined : body,
    database: asked.get('database') ?? undefined,
    format: asked.get('default_format') ?? 'TabSeparated',
    settings,
    parameters,
    whole: asked.get('wait_end_of_query') === '1',
    compressed: asked.get('enable_http_compression') === '1' && /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''),
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > MOST_BYTES) throw new EngineFailure(229, 'QUERY_IS_TOO_LARGE', 'This front takes 512 MB at most');
    pieces.push(piece);
  }
  const whole = Buffer.concat(pieces);
  switch (request.headers['content-encoding'] ?? 'identity') {
    case 'identity':
      return whole;
    case 'gzip':
      return gunzipSync(whole, { maxOutputLength: MOST_BYTES });
    default:
      throw new EngineFailure(48, 'NOT_IMPLEMENTED', 'This front takes gzip and no other encoding');
  }
}

/** Statement and parameters of a form of several parts, as the client sends parameters that are too long for an address. */
function partsOf(request: IncomingMessage, body: Buffer): ReadonlyMap<string, string> | undefined {
  const boundary = /^multipart\/form-data; boundary=(\S+)$/.exec(request.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined) return undefined;
  const parts = body.toString('utf8').split(`--${boundary}`).slice(1, -1);
  return new Map(
    parts.map((part) => {
      const [, name = '', value = ''] = /^\r\n[^\r\n]*\bname="([^"]+)"[^\r\n]*\r\n\r\n([\s\S]*)\r\n$/.exec(part) ?? [];
      return [name, value];
    }),
  );
}
