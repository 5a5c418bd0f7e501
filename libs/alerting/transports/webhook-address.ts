import { failure, success, type Result } from '@plumbline/kernel';
import type { DeliveryProblemCode } from '../problems';

export interface WebhookRules {
  /** Hosts that may be called, as `host` (port 443) or `host:port`. Nothing is called that does not stand here. */
  readonly allowedHosts: readonly string[];
  /** For trying things out on one machine: plain HTTP and private addresses, on this machine only. */
  readonly allowLoopback: boolean;
}

/** The loopback in the spellings that the URL parser leaves; it turns `127.1`, `0x7f000001` and `2130706433` into the first. */
const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

export const isLoopback = (url: URL): boolean => loopbackHosts.includes(url.hostname);

/**
 * Whether a webhook's address may be called at all: HTTPS, no user or password in it, a host on the list. What the host resolves
 * to is judged once more when the connection is made, so a name that is pointed elsewhere later does not help.
 */
export function checkWebhookAddress(address: string, rules: WebhookRules): Result<URL, DeliveryProblemCode> {
  if (!URL.canParse(address)) return failure('webhook.address-invalid');
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return failure('webhook.address-invalid');
  const loopback = rules.allowLoopback && isLoopback(url);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) return failure('webhook.not-https');
  const named = url.port === '' ? url.hostname : `${url.hostname}:${url.port}`;
  if (!loopback && !rules.allowedHosts.includes(named)) return failure('webhook.host-not-allowed');
  return success(url);
}
