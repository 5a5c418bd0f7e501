import { messageSent } from '@plumbline/events';
import * as fc from 'fast-check';
import { flagged, is, notFlagged } from '../../conditions';
import { message } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, runs } from '../laws-kit';
import { sequence } from './declaration';

const pattern = lawPattern({
  facts: {
    redirect: { from: [messageSent], when: [flagged('redirect')] },
    after: { from: [messageSent], when: [is('direction', 'inbound'), notFlagged('redirect')] },
  },
  measure: sequence({ first: 'redirect', then: 'after' }),
  settings: { days: days(10) },
});

it('a sequence holds at a second fact that has a first one before it in the window', () => {
  holdToLaw(
    fc,
    pattern,
    { redirect: (when) => message({ ...when, redirect: true }), after: (when) => message({ ...when, direction: 'inbound' }) },
    (facts) => runs(facts, 'after', WITHIN, (window) => window.some(({ kind }) => kind === 'redirect')),
  );
});
