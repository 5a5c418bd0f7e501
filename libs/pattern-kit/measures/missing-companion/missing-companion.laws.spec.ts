import { encounterCompleted, prescriptionOrdered } from '@plumbline/events';
import * as fc from 'fast-check';
import { localTime, startOfLocalDay } from '@plumbline/kernel';
import { order, visit } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, runs } from '../laws-kit';
import { missingCompanion } from './declaration';

const LONDON = 'Europe/London';
const endOfDay = (at: number): number => startOfLocalDay(localTime(at, LONDON).day + 1, LONDON);

const pattern = lawPattern({
  facts: {
    order: { from: [prescriptionOrdered], when: [] },
    visit: { from: [encounterCompleted], when: [] },
  },
  measure: missingCompanion({ of: 'order', companions: ['visit'] }),
  settings: { days: days(10) },
});

it('a companion is missing where none came by the end of the local day of a fact', () => {
  holdToLaw(fc, pattern, { order: (when) => order(when), visit: (when) => visit(when) }, (facts) => {
    const first = Math.min(...facts.filter(({ kind }) => kind === 'visit').map(({ at }) => at));
    return runs(facts, 'order', WITHIN, (_window, { at }) => first >= endOfDay(at));
  });
});
