import { createHmac } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import type { Clock } from '@plumbline/kernel';
import { RequestFilteringHttpsAgent } from 'request-filtering-agent';
import type { Digest, Notification, Target } from '../notification';
import type { DeliveryProblemCode } from '../problems';
import { bodyFor, digestBodyFor } from '../words';
import type { AttemptResult, NotificationTransport } from './transport';
import { checkWebhookAddress, isLoopback, type WebhookRules } from './webhook-address';

export interface WebhookOptions extends WebhookRules {
  readonly publicUrl: URL;
  readonly clock: Clock;
  /** Secrets by the name that the policy gives. */
  readonly secrets: Readonly<Record<string, string>>;
  /** A certificate authority of the institution's own, PEM. */
  readonly authority?: string | undefined;
  /** How long a receiver may take, in milliseconds. */
  readonly patience?: number;
}

const PATIENCE = 10_000;
const SECOND = 1_000;

const failed = (problem: DeliveryProblemCode, permanent = false): AttemptResult => ({ delivered: false, problem, permanent });

/**
 * The signature that a receiver checks: HMAC-SHA256 over `id.timestamp.body`, in the form of the Standard Webhooks convention. The
 * time is signed too, so that an old message cannot be played again later.
 */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  return `v1,${createHmac('sha256', secret)
    .update(`${id}.${String(timestamp)}.${body}`)
    .digest('base64')}`;
}

function resultOf(status: number): AttemptResult {
  if (status >= 200 && status < 300) return { delivered: true };
  // Whoever answers with another address would have us speak to a host that nobody has allowed.
  if (status >= 300 && status < 400) return failed('webhook.redirect-refused', true);
  if (status === 410) return failed('webhook.gone', true);
  return failed(status < 500 ? 'webhook.refused' : 'webhook.receiver-failed');
}

/** Posts a signed JSON body to a receiver of the institution. Never follows a redirect and never calls a private address. */
export class WebhookTransport implements NotificationTransport {
  private readonly filtering: RequestFilteringHttpsAgent;
  private readonly loopback: Agent;

  constructor(private readonly options: WebhookOptions) {
    const trust = options.authority === undefined ? {} : { ca: options.authority };
    // No connection is kept: each is judged by the address that it goes to.
    this.filtering = new RequestFilteringHttpsAgent({ keepAlive: false, ...trust });
    this.loopback = new Agent({ keepAlive: false, ...trust });
  }

  send(notification: Notification): Promise<AttemptResult> {
    return this.call(notification.target, notification.id, bodyFor(notification, this.options.publicUrl));
  }

  sendDigest(digest: Digest): Promise<AttemptResult> {
    return this.call(digest.target, digest.id, digestBodyFor(digest, this.options.publicUrl));
  }

  close(): void {
    this.filtering.destroy();
    this.loopback.destroy();
  }

  private async call(target: Target, id: string, body: string): Promise<AttemptResult> {
    if (target.transport !== 'webhook') return failed('webhook.address-invalid', true);
    const address = checkWebhookAddress(target.url, this.options);
    if (!address.ok) return failed(address.failure, true);
    const secret = Object.hasOwn(this.options.secrets, target.secret) ? this.options.secrets[target.secret] : undefined;
    if (secret === undefined) return failed('webhook.secret-missing');

    const timestamp = Math.floor(this.options.clock.now() / SECOND);
    try {
      return resultOf(
        await this.post(address.value, body, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'plumbline',
          'webhook-id': id,
          'webhook-timestamp': timestamp,
          'webhook-signature': signatureOf(secret, id, timestamp, body),
        }),
      );
    } catch (error) {
      return this.failureOf(error);
    }
  }

  private failureOf(error: unknown): AttemptResult {
    const { message, name } = error as Error;
    if (/is not allowed\. Because/.test(message)) return failed('webhook.private-address-refused', true);
    return failed(name === 'TimeoutError' || name === 'AbortError' ? 'webhook.timed-out' : 'webhook.unreachable');
  }

  /** Resolves with the status. The body of the answer is of no interest and is thrown away unread. */
  private post(url: URL, body: string, headers: Readonly<Record<string, string | number>>): Promise<number> {
    const signal = AbortSignal.timeout(this.options.patience ?? PATIENCE);
    const agent = this.options.allowLoopback && isLoopback(url) ? this.loopback : this.filtering;
    return new Promise((resolve, reject) => {
      const answered = (response: IncomingMessage): void => {
        const { statusCode = 0 } = response;
        response.destroy();
        resolve(statusCode);
      };
      const request =
        url.protocol === 'http:'
          ? httpRequest(url, { method: 'POST', headers, signal }, answered)
          : httpsRequest(url, { method: 'POST', headers, signal, agent }, answered);
      request.on('error', reject);
      request.end(body);
    });
  }
}
