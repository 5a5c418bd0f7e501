import { incidentAmended, incidentReported } from '@plumbline/events';
import { definePattern, is, setting, singleFact } from '@plumbline/pattern-kit';

export const patientAdvanceSupport = definePattern({
  id: 'patient-advance-support',
  catalogue: ['M14'],
  version: 1,
  question: 'Does a clinician need support because a patient has made a romantic advance?',
  domain: 'communication',
  route: 'support',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    advance: { from: [incidentReported, incidentAmended], when: [is('category', 'romantic-advance-by-patient')] },
  },
  measure: singleFact({ of: 'advance', band: 'reported' }),
  bands: [{ band: 'reported', tier: 'task', meaning: 'The clinician is offered support; nothing here counts against him or her.' }],
  settings: {
    windowDays: {
      default: 30,
      unit: 'days',
      origin: 'P',
      meaning: 'Reports that follow one another within so many days belong to one finding.',
      least: 1,
      most: 365,
    },
  },
  words: {
    title: 'Support for a clinician: advance by a patient',
    reason: [
      '{number|report|reports} of an advance by a patient ({span}).',
      'The clinician is to be offered support; this says nothing about his or her conduct.',
    ],
    counterfactual: ['It would not have been raised without the report.'],
  },
  falsePositives: ['A report that was filed under the wrong category.'],
  source: 'S1, S2',
  playbook: 'F3',
});
