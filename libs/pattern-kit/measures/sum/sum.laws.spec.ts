import { giftDeclared } from '@plumbline/events';
import * as fc from 'fast-check';
import { is } from '../../conditions';
import { setting } from '../../settings';
import { gift } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, number, runs } from '../laws-kit';
import { sum } from './declaration';

const pattern = lawPattern({
  facts: { gift: { from: [giftDeclared], when: [is('acceptance', 'accepted')] } },
  measure: sum({
    of: 'gift',
    field: 'value',
    above: { limit: setting('limit'), band: 'holds' },
    anyOf: { when: is('kind', 'cash'), band: 'holds' },
    atLeast: { number: setting('number'), band: 'holds' },
  }),
  settings: { days: days(10), limit: number(60), number: number(4) },
  per: 'giver',
});

it('a sum holds above its limit in the currency of the institution, or with enough facts of any', () => {
  holdToLaw(
    fc,
    pattern,
    {
      gift: (when, size) => gift({ ...when, value: { minor: 100 * size, currency: 'GBP' } }),
      foreign: (when, size) => gift({ ...when, value: { minor: 100 * size, currency: 'EUR' } }),
    },
    (facts) =>
      runs(
        facts.map(({ at, kind, size }) => ({ at, kind: 'gift', worth: kind === 'gift' ? size : 0 })),
        'gift',
        WITHIN,
        (window) => window.length >= 4 || window.reduce((sum, { worth }) => sum + worth, 0) > 60,
      ),
  );
});
