import { isoInstant } from '@plumbline/kernel';
import type { Route } from '@plumbline/pattern-kit';
import type { Cause, Digest, Notification } from './notification';

/** What a person reads. Plain text, without a name, a pseudonym, a pattern, a value, a tier or a department. */
export interface Message {
  readonly subject: string;
  readonly text: string;
}

interface RouteWords {
  readonly subject: Readonly<Record<Cause, string>>;
  readonly opening: Readonly<Record<Cause, string>>;
  readonly closing: string;
}

/** The route decides the tone: support and wellbeing are offers to a colleague and no review of one. */
const words: Readonly<Record<Route, RouteWords>> = {
  review: {
    subject: {
      new: 'A crossing to review',
      'got-worse': 'A crossing that you know has risen',
      woke: 'A crossing that was put to sleep is due',
      escalated: 'A crossing to review has waited too long',
    },
    opening: {
      new: 'A crossing is waiting for somebody to take note of it.',
      'got-worse': 'A crossing that somebody had taken note of has risen since.',
      woke: 'The time until which a crossing was put to sleep has passed.',
      escalated: 'Nobody has taken note of a crossing in the time that the policy gives, so it comes to you.',
    },
    closing: 'A crossing is a reason to look, and not a verdict.',
  },
  support: {
    subject: {
      new: 'A colleague may need support',
      'got-worse': 'A colleague may need more support',
      woke: 'It is time to ask after a colleague again',
      escalated: 'An offer of support has waited too long',
    },
    opening: {
      new: 'Something was reported after which a colleague may welcome support.',
      'got-worse': 'More has happened to a colleague who may welcome support.',
      woke: 'You wanted to be reminded of a colleague who may welcome support.',
      escalated: 'Nobody has taken up an offer of support in the time that the policy gives, so it comes to you.',
    },
    closing: 'This is about help for a colleague. It never counts against anybody.',
  },
  wellbeing: {
    subject: {
      new: 'A workload to talk about',
      'got-worse': 'A workload that you know has grown',
      woke: 'It is time to ask about a workload again',
      escalated: 'A workload to talk about has waited too long',
    },
    opening: {
      new: 'A workload stands out that may be worth a conversation.',
      'got-worse': 'A workload that somebody had taken note of has grown since.',
      woke: 'You wanted to be reminded of a workload.',
      escalated: 'Nobody has taken note of a workload in the time that the policy gives, so it comes to you.',
    },
    closing: 'This is about relief for a colleague. It never counts against anybody.',
  },
};

/** `3 Mar 2026, 18:00 (Europe/London)` */
function moment(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: zone,
  });
  return `${format.format(instant)} (${zone})`;
}

/** The page of an alert. The id is the only thing about it that leaves the house. */
export function linkTo(publicUrl: URL, alertId: string): string {
  const base = publicUrl.href.endsWith('/') ? publicUrl.href : `${publicUrl.href}/`;
  return new URL(`alerts/${encodeURIComponent(alertId)}`, base).href;
}

/** The message for a person. */
export function messageFor(notification: Notification, publicUrl: URL): Message {
  const { alert, cause, id, zone } = notification;
  const route = words[alert.route];
  const lines = [
    route.opening[cause],
    alert.respondBy === undefined || cause === 'escalated' ? '' : `Please look at it by ${moment(alert.respondBy, zone)}.`,
    linkTo(publicUrl, alert.alertId),
    route.closing,
    'This message names nobody and holds no detail. Both are behind the link, for those who may see them.',
    `Message ${id}. A repeated message carries the same number.`,
  ];
  return { subject: route.subject[cause], text: `${lines.filter((line) => line !== '').join('\n\n')}\n` };
}

/** The body of a webhook, as JSON. */
export function bodyFor(notification: Notification, publicUrl: URL): string {
  const { alert, cause, id, level } = notification;
  return JSON.stringify({
    id,
    type: `plumbline.alert.${cause}`,
    route: alert.route,
    level,
    ...(alert.respondBy === undefined ? {} : { respondBy: isoInstant(alert.respondBy) }),
    link: linkTo(publicUrl, alert.alertId),
  });
}

const many: Readonly<Record<Route, { readonly subject: string; readonly opening: string }>> = {
  review: { subject: 'crossings to review', opening: 'crossings are waiting for somebody to take note of them.' },
  support: { subject: 'offers of support to make', opening: 'times something was reported after which a colleague may welcome support.' },
  wellbeing: { subject: 'workloads to talk about', opening: 'workloads stand out that may be worth a conversation.' },
};

/** The message for a person of whom many alerts want something at once. Their list is a page; what they are about is behind it. */
export function digestMessageFor({ id, tone, notifications }: Digest, publicUrl: URL): Message {
  const amount = String(notifications.length);
  const list = new URL('alerts', publicUrl.href.endsWith('/') ? publicUrl : `${publicUrl.href}/`).href;
  const lines = [
    `${amount} ${many[tone].opening}`,
    list,
    words[tone].closing,
    'They came within a short time and are told together. This message names nobody and holds no detail.',
    `Message ${id}, in place of these, which are not sent one by one:\n${notifications.map((notification) => notification.id).join('\n')}`,
  ];
  return { subject: `${amount} ${many[tone].subject}`, text: `${lines.join('\n\n')}\n` };
}

/** The body of a webhook that tells many alerts at once: each as it would have been told by itself. */
export function digestBodyFor({ id, tone, notifications }: Digest, publicUrl: URL): string {
  const each = notifications.map((notification) => JSON.parse(bodyFor(notification, publicUrl)) as unknown);
  return JSON.stringify({ id, type: 'plumbline.digest', route: tone, notifications: each });
}
