import { prescriptionOrdered, relationRegistered } from '@plumbline/events';
import { controlledSchedules, definePattern, is, registryMatch, setting } from '@plumbline/pattern-kit';

export const prescribingForOwnCircle = definePattern({
  id: 'prescribing-for-own-circle',
  catalogue: ['P4'],
  version: 1,
  question: 'Does a clinician prescribe for himself or herself, for family, close friends or staff?',
  domain: 'prescribing',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    order: { from: [prescriptionOrdered], when: [] },
    relation: { from: [relationRegistered], when: [] },
  },
  needs: [{ from: [relationRegistered], seenFor: 'anybody', because: 'no registry of relations is in the stream' }],
  measure: registryMatch({
    of: 'order',
    registry: 'relation',
    relation: 'relation',
    bands: { when: is('schedule', ...controlledSchedules), then: 'critical', otherwise: 'medium' },
  }),
  bands: [
    { band: 'medium', tier: 'awareness', meaning: 'No controlled substance among the orders.' },
    { band: 'critical', tier: 'guided-plan', meaning: 'A controlled substance.' },
  ],
  settings: {
    windowDays: {
      default: 180,
      unit: 'days',
      origin: 'P',
      meaning: 'Orders that follow one another within so many days belong to one finding.',
      least: 1,
      most: 1_830,
    },
  },
  words: {
    title: 'Prescribing for oneself, family, friends or staff',
    reason: [
      '{number|order|orders} ({span}) for a person whom a registry lists as: {relations}.',
      'Controlled substances among them: {controlled}.',
    ],
    counterfactual: ['It would not have been raised had another clinician ordered, or were the registry entry withdrawn.'],
  },
  falsePositives: ['A registry entry that is out of date.', 'An emergency with nobody else in reach.'],
  source: 'S0',
  playbook: 'F1',
});
