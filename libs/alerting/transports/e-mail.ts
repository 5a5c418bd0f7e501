import { createTransport, type Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import type { Digest, Notification, Target } from '../notification';
import { digestMessageFor, messageFor, type Message } from '../words';
import type { AttemptResult, NotificationTransport } from './transport';

export interface EMailOptions {
  /** `smtps://user:password@host:465` or `smtp://host:587`; over `smtp` the connection is upgraded before anything is said. */
  readonly server: URL;
  readonly from: string;
  readonly publicUrl: URL;
  /** A certificate authority of the institution's own, PEM. */
  readonly authority?: string | undefined;
  /** A relay on this machine may be spoken to in clear text; no other may. */
  readonly allowClearText?: boolean;
}

/** Longer than any relay needs to answer, short enough for the next notification. */
const PATIENCE = 15_000;

/**
 * One plain address and nothing else: no line end, comma, angle bracket or space by which a second recipient or a header could be
 * smuggled in. Stricter than RFC 5322 on purpose.
 */
const PLAIN_ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

export const isPlainAddress = (address: string): boolean => PLAIN_ADDRESS.test(address);

/** What went wrong, as the SMTP reply or nodemailer tells it. A refusal for good (5xx) is not tried again. */
function failureOf(error: unknown): AttemptResult {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string };
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') {
    return { delivered: false, problem: 'e-mail.refused', permanent: true };
  }
  if (code === 'EAUTH') return { delivered: false, problem: 'e-mail.sign-in-failed', permanent: false };
  if (code === 'ETLS' || code === 'ESOCKET') return { delivered: false, problem: 'e-mail.connection-failed', permanent: false };
  return { delivered: false, problem: responseCode === undefined ? 'e-mail.unreachable' : 'e-mail.try-later', permanent: false };
}

/** Sends plain-text mail through the institution's relay. A repeat has the same Message-ID, by which mailboxes drop it. */
export class EMailTransport implements NotificationTransport {
  private readonly transporter: Transporter<SMTPTransport.SentMessageInfo>;

  constructor(private readonly options: EMailOptions) {
    const { server, authority, allowClearText = false } = options;
    const secure = server.protocol === 'smtps:';
    this.transporter = createTransport({
      host: server.hostname,
      port: server.port === '' ? (secure ? 465 : 587) : Number(server.port),
      secure,
      requireTLS: !secure && !allowClearText,
      ignoreTLS: allowClearText,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: PATIENCE,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(server.username === '' ? {} : { auth: { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) } }),
      ...(authority === undefined ? {} : { tls: { ca: authority } }),
    });
  }

  send(notification: Notification): Promise<AttemptResult> {
    return this.mail(notification.target, notification.id, messageFor(notification, this.options.publicUrl));
  }

  sendDigest(digest: Digest): Promise<AttemptResult> {
    return this.mail(digest.target, digest.id, digestMessageFor(digest, this.options.publicUrl));
  }

  close(): void {
    this.transporter.close();
  }

  private async mail(target: Target, id: string, { subject, text }: Message): Promise<AttemptResult> {
    if (target.transport !== 'e-mail' || !isPlainAddress(target.address)) {
      return { delivered: false, problem: 'e-mail.address-refused', permanent: true };
    }
    try {
      await this.transporter.sendMail({
        from: this.options.from,
        to: [{ name: '', address: target.address }],
        subject,
        text,
        messageId: `<${id}@${this.options.publicUrl.hostname}>`,
        headers: { 'X-Plumbline-Notification': id, 'Auto-Submitted': 'auto-generated' },
      });
      return { delivered: true };
    } catch (error) {
      return failureOf(error);
    }
  }
}
