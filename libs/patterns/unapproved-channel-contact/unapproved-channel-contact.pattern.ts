import { messageSent } from '@plumbline/events';
import { definePattern, is, notFlagged, onPersonalChannel, setting, singleFact } from '@plumbline/pattern-kit';

export const unapprovedChannelContact = definePattern({
  id: 'unapproved-channel-contact',
  catalogue: ['M1'],
  version: 1,
  question: 'Do a clinician and a patient write to each other outside the channels that the institution approves?',
  domain: 'communication',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    outbound: { from: [messageSent], when: [is('direction', 'outbound'), onPersonalChannel(), notFlagged('redirect')] },
    inbound: { from: [messageSent], when: [is('direction', 'inbound'), onPersonalChannel()] },
  },
  measure: singleFact({ of: 'outbound', band: 'outbound' }, { of: 'inbound', band: 'inbound-alone', notAfter: 'outbound' }),
  bands: [
    {
      band: 'inbound-alone',
      tier: 'task',
      inWords: 'from the patient, none from the clinician,',
      meaning: 'The patient wrote; the clinician did not. Send the redirecting reply and chart it.',
    },
    { band: 'outbound', tier: 'awareness', inWords: 'from the clinician', meaning: 'The clinician wrote, and not to redirect.' },
  ],
  settings: {
    windowDays: {
      default: 30,
      unit: 'days',
      origin: 'P',
      meaning: 'Messages that follow one another within so many days belong to one finding.',
      least: 1,
      most: 365,
    },
  },
  words: {
    title: 'Contact on a channel that is not approved',
    reason: [
      '{number|message|messages} {bandInWords} on {channels} ({span}).',
      'The policy then in force does not approve {channels} for contact with patients.',
    ],
    counterfactual: ['It would not have been raised had the contact stayed on an approved channel.'],
  },
  falsePositives: [
    'A redirecting reply that the source did not mark as one.',
    'A clinic telephone that the source reports as a personal one.',
  ],
  source: 'S0, S4',
  playbook: 'F1',
});
