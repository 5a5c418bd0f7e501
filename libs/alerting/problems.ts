import type { Problem } from '@plumbline/kernel';

const PAGE = 'docs/operating/alerting.md';

/** Why a notification did not arrive. Each stands on the page above with what to do about it; the delivery log holds the code. */
export const deliveryProblemCodes = [
  'alerting.not-set-up',
  'e-mail.address-refused',
  'e-mail.connection-failed',
  'e-mail.refused',
  'e-mail.sign-in-failed',
  'e-mail.try-later',
  'e-mail.unreachable',
  'webhook.address-invalid',
  'webhook.gone',
  'webhook.host-not-allowed',
  'webhook.not-https',
  'webhook.private-address-refused',
  'webhook.receiver-failed',
  'webhook.redirect-refused',
  'webhook.refused',
  'webhook.secret-missing',
  'webhook.timed-out',
  'webhook.unreachable',
] as const;

export type DeliveryProblemCode = (typeof deliveryProblemCodes)[number];

const seePage = (code: string): string => `See ${PAGE}#${code.replace('.', '-')}.`;

/** A notification that did not arrive. Nothing in it tells whom it was for or about. */
export function deliveryProblem(code: DeliveryProblemCode, outcome: 'failed' | 'given-up', attempt: number): Problem {
  return {
    code,
    reason: outcome === 'failed' ? 'A notification could not be delivered and will be tried again.' : 'A notification was given up.',
    remedy: seePage(code),
    facts: { outcome, attempt },
  };
}

export const notSetUp = (transport: string): Problem => ({
  code: 'alerting.not-set-up',
  reason: `Alerts are not sent by ${transport}, because it is not set up.`,
  remedy: seePage('alerting.not-set-up'),
  facts: { transport },
});

export const logUnavailable: Problem = {
  code: 'alerting.log-unavailable',
  reason: 'The log did not take the report of a notification, so nothing further is sent for now.',
  remedy: seePage('alerting.log-unavailable'),
};
