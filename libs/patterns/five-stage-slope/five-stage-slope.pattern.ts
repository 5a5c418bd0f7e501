import { incidentAmended, incidentReported } from '@plumbline/events';
import { definePattern, isNot, setting, stageMachine } from '@plumbline/pattern-kit';

export const fiveStageSlope = definePattern({
  id: 'five-stage-slope',
  catalogue: ['R7'],
  version: 2,
  question: 'Does a clinician’s relation to one patient move step by step from softening to entanglement?',
  domain: 'roles',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    complaint: {
      from: [incidentReported, incidentAmended],
      // What a patient does to a clinician belongs to the support route and never counts here.
      when: [isNot('category', 'romantic-advance-by-patient', 'harassment-of-clinician')],
    },
  },
  measure: stageMachine({
    stages: [
      { stage: 1, name: 'softening', findings: [{ pattern: 'gift-accumulation' }], facts: [] },
      { stage: 2, name: 'availability', findings: [{ pattern: 'repeated-after-hours-contact' }], facts: [] },
      { stage: 3, name: 'personal channel', findings: [{ pattern: 'unapproved-channel-contact', bands: ['outbound'] }], facts: [] },
      {
        stage: 4,
        name: 'entanglement',
        findings: [{ pattern: 'controlled-order-without-evaluation' }, { pattern: 'prescribing-for-own-circle' }],
        facts: [],
      },
      { stage: 5, name: 'complaint', findings: [], facts: ['complaint'] },
    ],
    atLeast: setting('stages'),
  }),
  bands: [
    { band: 'three-stages', tier: 'guided-plan', from: 3, meaning: 'Three stages, each after the one before.' },
    { band: 'four-stages', tier: 'disciplinary', from: 4, meaning: 'Four or five stages.' },
  ],
  settings: {
    windowDays: { default: 180, unit: 'days', origin: 'P', meaning: 'The stages lie within so many days.', least: 1, most: 1_830 },
    stages: { default: 3, unit: 'stages', origin: 'P', meaning: 'So many of the five stages, in their order.', least: 2, most: 5 },
  },
  words: {
    title: 'Step by step: several stages with one patient',
    reason: ['{number} of {stages} stages within {window|day|days}, each after the one before: {steps}.'],
    counterfactual: ['It would not have been raised without any one of these stages.'],
  },
  falsePositives: ['Stages that have one innocent cause in common, such as a declared friendship in a small community.'],
  source: 'S0, S3, S4',
  playbook: 'F2',
});
