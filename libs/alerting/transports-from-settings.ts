import type { Clock } from '@plumbline/kernel';
import type { Transport } from '@plumbline/policy';
import type { AlertingSettings } from './settings';
import { EMailTransport } from './transports/e-mail';
import type { NotificationTransport } from './transports/transport';
import { WebhookTransport } from './transports/webhook';
import { isLoopback } from './transports/webhook-address';

/** The ways out that the configuration sets up; one that it does not is left out, and the deliverer says so. */
export function transportsFrom(settings: AlertingSettings, clock: Clock): Readonly<Partial<Record<Transport, NotificationTransport>>> {
  const { publicUrl, mailServer, mailFrom, webhookHosts, webhookSecrets, webhookLoopback } = settings;
  if (publicUrl === undefined) return {};
  const allowClearText = mailServer?.protocol === 'smtp:' && isLoopback(mailServer);
  return {
    ...(mailServer === undefined || mailFrom === undefined
      ? {}
      : { 'e-mail': new EMailTransport({ server: mailServer, from: mailFrom, publicUrl, allowClearText }) }),
    ...(webhookHosts.length === 0 && !webhookLoopback
      ? {}
      : {
          webhook: new WebhookTransport({
            ...{ publicUrl, clock, allowLoopback: webhookLoopback },
            allowedHosts: webhookHosts,
            secrets: webhookSecrets,
          }),
        }),
  };
}
