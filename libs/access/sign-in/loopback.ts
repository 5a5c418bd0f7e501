import type { IncomingMessage } from 'node:http';

const LOOPBACK_ADDRESS = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;
const LOOPBACK_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/;

type Request = Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } };

/**
 * The request comes from this machine and was meant for it. The host's name is looked at as well as the address: a foreign site
 * whose name was bent to 127.0.0.1 sends its own name.
 */
export function isLoopback(request: Request): boolean {
  return LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? '') && LOOPBACK_HOST.test(request.headers.host ?? '');
}

/** A browser names the page that asks; it has to be one of ours. A program sends no origin, and has no cookie that could be misused. */
export function isSameOrigin(request: Pick<IncomingMessage, 'headers'>, allowed: readonly string[] = []): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || allowed.includes(origin);
}
