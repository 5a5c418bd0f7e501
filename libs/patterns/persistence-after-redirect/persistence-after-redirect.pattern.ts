import { messageSent } from '@plumbline/events';
import { definePattern, flagged, is, onPersonalChannel, sequence, setting } from '@plumbline/pattern-kit';

export const persistenceAfterRedirect = definePattern({
  id: 'persistence-after-redirect',
  catalogue: ['M3'],
  version: 1,
  question: 'Does a patient go on writing on a personal channel after having been sent to an approved one?',
  domain: 'communication',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    redirect: { from: [messageSent], when: [is('direction', 'outbound'), flagged('redirect')] },
    inbound: { from: [messageSent], when: [is('direction', 'inbound'), onPersonalChannel()] },
  },
  measure: sequence({ first: 'redirect', then: 'inbound' }),
  bands: [{ band: 'persisting', tier: 'task', from: 0, meaning: 'The clinician did what the rule asks for; now others should help.' }],
  settings: {
    windowDays: {
      default: 30,
      unit: 'days',
      origin: 'P',
      meaning: 'The message follows the redirect within so many days.',
      least: 1,
      most: 365,
    },
  },
  words: {
    title: 'The patient persists after a redirect',
    reason: [
      '{number|message|messages} from the patient on {channels} within {window|day|days} of a redirect ({span}).',
      'The redirect was sent on {firstOn}.',
    ],
    counterfactual: ['It would not have been raised had the patient answered on an approved channel.'],
  },
  falsePositives: ['A message that crossed the redirect on its way.'],
  source: 'S0, S3',
  playbook: 'F2',
});
