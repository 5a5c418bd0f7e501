import { encounterCompleted, prescriptionDispensed } from '@plumbline/events';
import { controlledSchedules, definePattern, is, setting, trend } from '@plumbline/pattern-kit';

export const risingControlledRefills = definePattern({
  id: 'rising-controlled-refills',
  catalogue: ['P3'],
  version: 1,
  question: 'Do the controlled substances dispensed on a clinician’s orders rise beyond that clinician’s past and beyond the peers?',
  domain: 'prescribing',
  route: 'review',
  per: 'clinician',
  within: setting('windowDays'),
  facts: {
    dispense: { from: [prescriptionDispensed], when: [is('schedule', ...controlledSchedules)] },
    visit: { from: [encounterCompleted], when: [] },
  },
  measure: trend({
    of: 'dispense',
    exposure: 'visit',
    ratio: setting('ratio'),
    history: setting('historyDays'),
    peers: { metric: 'rising-controlled-refills/dispenses', atLeast: setting('minimumPeers') },
  }),
  bands: [
    { band: 'rising', tier: 'awareness', from: 0, meaning: 'Half as much again as before, and above the peers.' },
    { band: 'doubled', tier: 'guided-plan', from: 2, meaning: 'Twice as much as before, and above the peers.' },
  ],
  settings: {
    windowDays: {
      default: 90,
      unit: 'days',
      origin: 'P',
      meaning: 'Length of the present window and of the one before it.',
      least: 7,
      most: 365,
    },
    ratio: { default: 1.5, unit: 'times', origin: 'P', meaning: 'The rise, raw and per visit.', least: 1, most: 100 },
    historyDays: {
      default: 180,
      unit: 'days',
      origin: 'P',
      meaning: 'With less history than this the earlier window would be cut short and every start would look like a rise.',
      least: 0,
      most: 730,
    },
    minimumPeers: { default: 10, unit: 'colleagues', origin: 'P', meaning: 'Fewer colleagues make no comparison.', least: 1, most: 1_000 },
  },
  words: {
    title: 'Rising controlled-substance refills',
    reason: [
      '{number|controlled dispense|controlled dispenses} in {window|day|days} ({span}), against {before} in the {window|day|days} before: {ratio} times as many.',
      'Per completed visit: {perVisit} times as many ({visits|visit|visits}, {visitsBefore} before).',
      '{among}: 95 of 100 colleagues have {peerLimit} or fewer ({peers|colleague|colleagues}).',
    ],
    counterfactual: ['It would not have been raised with {fewer|dispense|dispenses} fewer.'],
  },
  falsePositives: [
    'A panel taken over from a colleague.',
    'A change of specialty, or a new pain or palliative clinic.',
    'Dispenses that a pharmacy reported late and together.',
  ],
  source: 'S0',
  playbook: 'F1',
});
