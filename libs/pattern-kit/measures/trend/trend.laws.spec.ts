import { prescriptionDispensed } from '@plumbline/events';
import * as fc from 'fast-check';
import { setting } from '../../settings';
import { dispense } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, number, runs } from '../laws-kit';
import { trend } from './declaration';

const pattern = lawPattern({
  facts: { dispense: { from: [prescriptionDispensed], when: [] } },
  measure: trend({ of: 'dispense', ratio: setting('ratio'), history: setting('history') }),
  settings: { days: days(10), ratio: number(2), history: days(20) },
  per: 'clinician',
});

it('a trend holds where the window has so many times the facts of the one before, once both are known', () => {
  holdToLaw(fc, pattern, { dispense: (when) => dispense(when) }, (facts) => {
    const first = Math.min(...facts.map(({ at }) => at));
    return runs(facts, 'dispense', WITHIN, (window, { at }) => {
      const before = facts.filter((fact) => fact.at > at - 2 * WITHIN && fact.at <= at - WITHIN).length;
      return first <= at - 2 * WITHIN && before > 0 && window.length >= 2 * before;
    });
  });
});
