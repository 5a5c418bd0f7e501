import { prescriptionDispensed } from '@plumbline/events';
import { controlledSchedules, definePattern, is, setting, trend } from '@plumbline/pattern-kit';

/** A trend over windows of different lengths, by numbers alone: the forms of the measure that no shipped pattern takes. */
export const unevenTrend = definePattern({
  id: 'uneven-trend',
  catalogue: ['specification'],
  version: 1,
  question: 'Do controlled dispenses of four weeks rise beyond the twelve weeks before?',
  domain: 'prescribing',
  route: 'review',
  per: 'clinician',
  within: setting('windowDays'),
  facts: { dispense: { from: [prescriptionDispensed], when: [is('schedule', ...controlledSchedules)] } },
  measure: trend({
    of: 'dispense',
    against: setting('earlierDays'),
    atLeast: setting('number'),
    ratio: setting('ratio'),
    history: setting('historyDays'),
  }),
  bands: [{ band: 'rising', tier: 'awareness', from: 0, meaning: 'More a day than before.' }],
  settings: {
    windowDays: { default: 28, unit: 'days', origin: 'P', meaning: 'The present window.' },
    earlierDays: { default: 84, unit: 'days', origin: 'P', meaning: 'The window before it.' },
    number: { default: 2, unit: 'dispenses', origin: 'P', meaning: 'Fewer are no rise.' },
    ratio: { default: 2, unit: 'times', origin: 'P', meaning: 'The rise a day.' },
    historyDays: { default: 0, unit: 'days', origin: 'P', meaning: 'What must be known before.' },
  },
  words: { title: 'A rise', reason: ['{number} in {window} days, {before} before.'], counterfactual: ['Not with {fewer} fewer.'] },
  falsePositives: [],
  source: 'specification',
  playbook: 'F1',
});
