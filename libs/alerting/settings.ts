import { accessSettings } from '@plumbline/access';
import { failure, success, type Problem } from '@plumbline/kernel';
import { flagSetting, listSetting, optionalTextSetting, type ConfigurationOf, type Setting } from '@plumbline/runtime';
import { isPlainAddress } from './transports/e-mail';
import { isLoopback } from './transports/webhook-address';

/** A signature is only as good as its secret. */
const SHORTEST_SECRET = 24;

const mailServer: Setting<URL | undefined> = {
  variable: 'PLUMBLINE_SMTP_URL',
  describes: 'the mail relay, with its user and password, such as smtps://user:password@relay.hospital.example',
  // A password stands in it.
  secret: true,
  fallback: () => undefined,
  parse: (text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url !== undefined && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return success(url);
    return failure({
      reason: 'PLUMBLINE_SMTP_URL is not the address of a mail relay.',
      remedy: 'Set it to an address such as smtps://user:password@relay.hospital.example:465.',
    });
  },
};

const webhookSecrets: Setting<Readonly<Record<string, string>>> = {
  variable: 'PLUMBLINE_WEBHOOK_SECRETS',
  describes: 'secrets of webhook receivers by the name that the policy gives, as name=secret words separated by spaces',
  secret: true,
  fallback: () => ({}),
  parse: (text) => {
    const pairs = text.split(/\s+/).map((word) => /^([A-Za-z0-9._-]{1,64})=(.+)$/.exec(word));
    const secrets = pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''] as const);
    if (secrets.every(([, secret]) => secret.length >= SHORTEST_SECRET)) return success(Object.fromEntries(secrets));
    return failure({
      reason: 'PLUMBLINE_WEBHOOK_SECRETS holds a word that is not a name, an equals sign and a long secret.',
      remedy: `Write name=secret words separated by spaces, each secret of at least ${SHORTEST_SECRET} characters.`,
    });
  },
};

/** What the environment says about alerting; a composition adds it to its own settings. */
export const alertingSettings = {
  publicUrl: accessSettings.publicUrl,
  mailServer,
  mailFrom: optionalTextSetting('PLUMBLINE_MAIL_FROM', 'the address that notifications come from'),
  webhookHosts: listSetting('PLUMBLINE_WEBHOOK_HOSTS', { describes: 'hosts that webhooks may call, as host or host:port', fallback: [] }),
  webhookSecrets,
  webhookLoopback: flagSetting('PLUMBLINE_WEBHOOK_ALLOW_LOOPBACK', {
    describes: 'webhooks may call this machine, over plain HTTP too; for trying things out',
    fallback: false,
  }),
};

export type AlertingSettings = ConfigurationOf<typeof alertingSettings>;

const problem = (place: string, reason: string, remedy: string): Problem => ({ code: 'configuration.invalid', place, reason, remedy });

/** What has to fit together: whoever is sent a link must be able to open it, and a message says whom it comes from. */
export function checkAlertingSettings(settings: AlertingSettings): readonly Problem[] {
  const { publicUrl, mailServer: server, mailFrom, webhookHosts } = settings;
  const problems: Problem[] = [];
  if (publicUrl === undefined && (server !== undefined || webhookHosts.length > 0)) {
    problems.push(
      problem(
        'PLUMBLINE_PUBLIC_URL',
        'Notifications are set up, and the address that their links begin with is not.',
        'Set PLUMBLINE_PUBLIC_URL to the address of the dashboard.',
      ),
    );
  }
  if (publicUrl !== undefined && publicUrl.protocol !== 'https:' && !isLoopback(publicUrl)) {
    problems.push(
      problem('PLUMBLINE_PUBLIC_URL', 'Links in notifications would lead to an address without TLS.', 'Set it to an https address.'),
    );
  }
  if (server !== undefined && (mailFrom === undefined || !isPlainAddress(mailFrom))) {
    problems.push(
      problem(
        'PLUMBLINE_MAIL_FROM',
        'A mail relay is set up, and no plain address that mail comes from.',
        'Set PLUMBLINE_MAIL_FROM to an address such as plumbline@hospital.example.',
      ),
    );
  }
  return problems;
}
