import { prescriptionOrdered, relationRegistered } from '@plumbline/events';
import * as fc from 'fast-check';
import { is } from '../../conditions';
import { order, patient, relation } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, runs } from '../laws-kit';
import { registryMatch } from './declaration';

const pattern = lawPattern({
  facts: {
    order: { from: [prescriptionOrdered], when: [] },
    relation: { from: [relationRegistered], when: [] },
  },
  measure: registryMatch({
    of: 'order',
    registry: 'relation',
    relation: 'relation',
    bands: { when: is('schedule', 'II'), then: 'holds', otherwise: 'holds' },
  }),
  settings: { days: days(10) },
});

it('a registry match holds at every fact of a pair that the registry relates, whenever it was entered', () => {
  holdToLaw(
    fc,
    pattern,
    { order: (when) => order(when), relation: (when, size) => relation({ ...when, ...(size > 3 ? { patient: patient('2') } : {}) }) },
    (facts) => runs(facts, 'order', WITHIN, () => facts.some(({ kind, size }) => kind === 'relation' && size <= 3)),
  );
});
