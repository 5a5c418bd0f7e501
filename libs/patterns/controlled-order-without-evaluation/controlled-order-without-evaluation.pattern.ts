import { careStarted, encounterCompleted, prescriptionOrdered } from '@plumbline/events';
import { controlledSchedules, definePattern, flagged, is, missingCompanion, present, setting } from '@plumbline/pattern-kit';

export const controlledOrderWithoutEvaluation = definePattern({
  id: 'controlled-order-without-evaluation',
  catalogue: ['P1'],
  version: 1,
  question: 'Does a clinician order a controlled substance for someone whom he or she has never formally evaluated?',
  domain: 'prescribing',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    order: {
      from: [prescriptionOrdered],
      when: [is('schedule', ...controlledSchedules)],
      unless: { 'made-in-a-visit': present('encounter') },
    },
    visit: { from: [encounterCompleted], when: [] },
    evaluation: { from: [careStarted], when: [flagged('formallyEvaluated')] },
  },
  needs: [
    {
      from: [encounterCompleted, careStarted],
      seenFor: 'clinician',
      because: 'no visit or start of care of this clinician is in the stream',
    },
  ],
  measure: missingCompanion({ of: 'order', companions: ['visit', 'evaluation'] }),
  bands: [{ band: 'high', tier: 'guided-plan', from: 0, meaning: 'No visit and no recorded evaluation came before the order.' }],
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
    title: 'Controlled substance without a formal evaluation',
    reason: [
      '{number|order|orders} of a controlled substance ({span}) with no completed visit and no recorded evaluation before.',
      'Left out: {leftOut}.',
    ],
    counterfactual: ['It would not have been raised had a visit been completed, or an evaluation recorded, by the day of the order.'],
  },
  falsePositives: [
    'A visit with a colleague of the same practice.',
    'Care that began before the data did and was never recorded as started.',
  ],
  source: 'S0',
  playbook: 'F1',
});
