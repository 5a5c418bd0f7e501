import { ProblemError } from '@plumbline/kernel';
import type { Request } from 'express';

/** A request above this is refused; larger files come as several requests or through the command line. */
const MAX_BODY_BYTES = 268_435_456;

async function* bounded(request: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      throw new ProblemError({
        code: 'input.too-large',
        reason: `The request is larger than ${String(MAX_BODY_BYTES)} bytes.`,
        remedy: 'Send it in parts, or import the file on the machine with plumbline import. What came before may be sent again.',
      });
    }
    yield chunk;
  }
}

/** The bytes as they arrive. Where a JSON parser of the application was quicker, what it read is written out again. */
export function bodyOf(request: Request): AsyncIterable<Buffer> | Buffer {
  const parsed: unknown = request.body;
  if (!request.readableDidRead || parsed === undefined) return bounded(request);
  return Buffer.isBuffer(parsed) ? parsed : Buffer.from(typeof parsed === 'string' ? parsed : JSON.stringify(parsed));
}

/** `text/csv; charset=utf-8` → `text/csv`. */
export const mediaTypeOf = (request: Request): string => (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

export const wrongMediaType = (expected: readonly string[]): ProblemError =>
  new ProblemError({
    code: 'ingestion.media-type',
    reason: 'The media type of the request is not one that is read here.',
    remedy: `Send ${expected.join(', ')}.`,
  });
