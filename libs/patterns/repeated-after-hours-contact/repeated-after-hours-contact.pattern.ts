import { messageSent } from '@plumbline/events';
import { atExactTime, definePattern, is, isNot, offDuty, present, setting, weightedCount } from '@plumbline/pattern-kit';

export const repeatedAfterHoursContact = definePattern({
  id: 'repeated-after-hours-contact',
  catalogue: ['M4', 'M5', 'M11'],
  version: 1,
  question: 'Does a clinician, unasked and without urgency, write to one patient outside hours again and again?',
  domain: 'communication',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    contact: {
      from: [messageSent],
      when: [is('direction', 'outbound'), atExactTime(), offDuty()],
      unless: { urgent: isNot('urgency', 'routine'), reply: present('inResponseTo') },
    },
  },
  measure: weightedCount({
    of: 'contact',
    atLeast: setting('threshold'),
    nightly: { from: setting('nightFrom'), to: setting('nightTo'), times: setting('nightTimes') },
    channel: 'channel',
    peers: {
      metric: 'repeated-after-hours-contact/busiest-dyad',
      atLeast: setting('minimumPeers'),
      otherwise: setting('withoutPeers'),
    },
  }),
  bands: [
    { band: 'repeated', tier: 'informal-conversation', from: 0, meaning: 'Repeated, mostly on approved channels.' },
    {
      band: 'repeated-on-personal-channels',
      tier: 'awareness',
      from: 2,
      meaning: 'As much as two or three texts to a personal telephone.',
    },
    { band: 'intense', tier: 'guided-plan', from: 5, meaning: 'As much as six such texts, or three of them deep at night.' },
  ],
  settings: {
    windowDays: { default: 30, unit: 'days', origin: 'P', meaning: 'The messages lie within so many days.', least: 1, most: 365 },
    threshold: { default: 3, unit: 'messages', origin: 'P', meaning: 'The weighted count from which the rule holds.', least: 1, most: 100 },
    nightFrom: { default: '22:00', unit: 'local time', origin: 'P', meaning: 'Start of the deep night.' },
    nightTo: { default: '05:00', unit: 'local time', origin: 'P', meaning: 'End of the deep night.' },
    nightTimes: {
      default: 2,
      unit: 'times',
      origin: 'P',
      meaning: 'A message in the deep night counts so many times.',
      least: 1,
      most: 10,
    },
    minimumPeers: { default: 10, unit: 'colleagues', origin: 'P', meaning: 'Fewer colleagues make no comparison.', least: 1, most: 1_000 },
    withoutPeers: {
      default: 'undetermined',
      unit: 'choice',
      origin: 'P',
      meaning: 'What a subject without enough peers is: undetermined, or judged by the threshold alone.',
      oneOf: ['undetermined', 'threshold-alone'],
    },
  },
  words: {
    title: 'After-hours contact with one patient',
    reason: [
      '{number|message|messages} outside hours in {window|day|days} ({span}), none urgent, none a reply.',
      '{among}: 95 of 100 colleagues have {peerLimit} or fewer with the patient they write to most ({peers|colleague|colleagues}).',
      '{nightly} of them fell between {nightFrom} and {nightTo} and count {nightTimes|time|times} each.',
      'Left out: {leftOut}.',
    ],
    counterfactual: [
      'It would not have been raised with {fewer|message|messages} fewer.',
      'Nor would it had {nightOf} been an on-call night.',
    ],
  },
  falsePositives: [
    'An on-call night that the roster does not hold.',
    'Messages that were written in the day and sent by a queue at night.',
    'A reply whose source does not say what it answers.',
  ],
  source: 'S0, S4',
  playbook: 'F4',
});
