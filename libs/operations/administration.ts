import { isLoopback } from '@plumbline/access';
import { ProblemError, type Problem } from '@plumbline/kernel';
import type { Platform } from '@plumbline/platform';
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isOperation, operations, type OperationName } from './catalogue';
import type { Operation, Progress } from './operation';

/** The path below which a running platform takes operations: `POST /admin/operations/verify`. */
export const OPERATIONS_PATH = '/admin/operations/';

/** One line of an answer: any number of `progress`, then a `result` or `problems`. */
export interface AnswerLine {
  readonly progress?: Progress;
  readonly result?: unknown;
  readonly problems?: readonly Problem[];
}

/** A request names files and filters; it never carries records. */
const MAX_REQUEST_BYTES = 1_048_576;

/**
 * Answers the operations of the command line on a running platform. Only this machine is answered, and only who can read the token
 * in the data directory. Calls `next` for anything else than an operation. The answer is NDJSON: progress, then the outcome.
 */
export function administration(
  platform: Platform,
  token: string,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  return (request, response, next) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const name = path.startsWith(OPERATIONS_PATH) ? path.slice(OPERATIONS_PATH.length) : '';
    if (request.method !== 'POST' || !isOperation(name)) {
      next();
      return;
    }
    if (!isLoopback(request) || !isToken(request.headers.authorization, token)) {
      response.writeHead(401).end();
      return;
    }
    void answer(platform, name, request, response);
  };
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function answer(platform: Platform, name: OperationName, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (line: AnswerLine): void => {
    response.write(`${JSON.stringify(line)}\n`);
  };
  response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
  try {
    const operation = operations[name] as Operation<unknown, unknown>;
    const result = await operation(platform, JSON.parse(await textOf(request)), (progress) => {
      say({ progress });
    });
    say({ result: result ?? null });
  } catch (error) {
    if (!(error instanceof ProblemError)) platform.logger.error({ err: error, operation: name }, 'an operation failed');
    say({ problems: error instanceof ProblemError ? error.problems : [unexpected] });
  }
  response.end();
}

const unexpected: Problem = {
  code: 'operation.failed',
  reason: 'The running platform could not do it.',
  remedy: 'Its log says why; PLUMBLINE_LOG_LEVEL=debug says more.',
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_REQUEST_BYTES) throw new ProblemError({ ...unexpected, reason: 'The request is too large.' });
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}
