import { messageSent } from '@plumbline/events';
import { count, definePattern, is, onPersonalChannel, setting } from '@plumbline/pattern-kit';

export const secondReplyOnUnapprovedChannel = definePattern({
  id: 'second-reply-on-unapproved-channel',
  catalogue: ['M2'],
  version: 1,
  question: 'Does a clinician go on writing on a personal channel after the one reply that redirects?',
  domain: 'communication',
  route: 'review',
  per: 'dyad',
  by: 'channel',
  within: setting('windowDays'),
  facts: {
    outbound: { from: [messageSent], when: [is('direction', 'outbound'), onPersonalChannel()] },
  },
  measure: count({ of: 'outbound', atLeast: setting('messages') }),
  bands: [{ band: 'repeated', tier: 'awareness', from: 0, meaning: 'More than the one reply that the rule allows for.' }],
  settings: {
    windowDays: { default: 30, unit: 'days', origin: 'P', meaning: 'The messages lie within so many days.', least: 1, most: 365 },
    messages: {
      default: 2,
      unit: 'messages',
      origin: 'S',
      meaning: 'So many outbound messages on one personal channel, the redirecting reply included.',
      least: 2,
      most: 100,
    },
  },
  words: {
    title: 'More than the one redirecting reply',
    reason: [
      '{number|outbound message|outbound messages} on {channels} in {window|day|days} ({span}).',
      'One reply that sends the patient to an approved channel is expected; this is the second or a later one.',
    ],
    counterfactual: ['It would not have been raised with {fewer|message|messages} fewer.'],
  },
  falsePositives: ['One reply that was sent in two parts.'],
  source: 'S0, S4',
  playbook: 'F4',
});
