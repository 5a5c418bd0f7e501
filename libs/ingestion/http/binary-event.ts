import type { IncomingHttpHeaders } from 'node:http';
import { CloudEvent, HTTP } from 'cloudevents';

/** A CloudEvent in binary mode (attributes in `ce-` headers, data in the body) as one in structured mode. Undefined where the body cannot be read. */
export function structuredFrom(headers: IncomingHttpHeaders, body: Buffer): Buffer | undefined {
  try {
    // Trimmed, because the library takes a body that begins with a blank for a bare text.
    const event = HTTP.toEvent({ headers, body: body.toString('utf8').trim() });
    const single: unknown = Array.isArray(event) ? event[0] : event;
    if (!(single instanceof CloudEvent)) return undefined;
    // The original text of the time: the library reads it as a date and would write it in another form.
    const time = headers['ce-time'];
    return Buffer.from(JSON.stringify({ ...single.toJSON(), ...(typeof time === 'string' ? { time } : {}) }));
  } catch {
    // Whatever the library disliked, the body goes to quarantine as it came, with the reason found there.
    return undefined;
  }
}

export const isBinaryEvent = (headers: IncomingHttpHeaders): boolean => headers['ce-specversion'] !== undefined;
