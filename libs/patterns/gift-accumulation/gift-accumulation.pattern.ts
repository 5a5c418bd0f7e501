import { giftCorrected, giftDeclared, giftWithdrawn } from '@plumbline/events';
import { definePattern, is, setting, sum } from '@plumbline/pattern-kit';

export const giftAccumulation = definePattern({
  id: 'gift-accumulation',
  catalogue: ['G1'],
  version: 1,
  question: 'Do the gifts that a clinician accepts from one giver add up to more than the policy allows?',
  domain: 'money',
  route: 'review',
  per: 'giver',
  within: setting('windowDays'),
  facts: {
    gift: {
      from: [giftDeclared, giftCorrected],
      endedBy: [giftWithdrawn],
      when: [is('acceptance', 'accepted')],
      standsAlone: is('donorKind', 'placeholder'),
    },
  },
  measure: sum({
    of: 'gift',
    field: 'value',
    above: { limit: setting('limit'), band: 'value' },
    anyOf: { when: is('kind', 'cash', 'voucher'), band: 'cash-or-voucher' },
    atLeast: { number: setting('number'), band: 'number' },
  }),
  bands: [
    { band: 'number', tier: 'informal-conversation', meaning: 'Several gifts, whatever they are worth.' },
    { band: 'value', tier: 'awareness', meaning: 'More than the limit, at once or together.' },
    { band: 'cash-or-voucher', tier: 'guided-plan', meaning: 'Money or its like, whatever the amount.' },
  ],
  settings: {
    windowDays: { default: 365, unit: 'days', origin: 'X', meaning: 'Gifts of one giver add up over so many days.', least: 1, most: 1_830 },
    limit: {
      default: 50,
      unit: 'currency',
      origin: 'X',
      meaning: 'The sum must be greater, in the currency of the institution.',
      least: 0,
      most: 1_000_000,
    },
    number: { default: 3, unit: 'gifts', origin: 'P', meaning: 'So many gifts are enough.', least: 1, most: 100 },
  },
  words: {
    title: 'Gifts of one giver add up',
    reason: [
      '{number|gift|gifts} accepted from one giver in {window|day|days} ({span}).',
      'Together {sum}; the policy asks for review above {limit}.',
      '{cash|of them is|of them are} cash or a voucher.',
      'Not added: {notAdded}.',
    ],
    counterfactual: [
      'It would not have been raised with {fewer|gift|gifts} fewer.',
      'A gift of cash or a voucher is for review whatever its amount.',
    ],
  },
  falsePositives: ['One gift entered twice under two record numbers.', 'A gift to the whole department that was entered for one person.'],
  source: 'S0, S3, S4; NHS England for the limits',
  playbook: 'F1',
});
