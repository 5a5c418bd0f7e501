import { messageSent } from '@plumbline/events';
import * as fc from 'fast-check';
import { is } from '../../conditions';
import { setting } from '../../settings';
import { message } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, number, runs } from '../laws-kit';
import { count } from './declaration';

const pattern = lawPattern({
  facts: { sent: { from: [messageSent], when: [is('direction', 'outbound')] } },
  measure: count({ of: 'sent', atLeast: setting('atLeast') }),
  settings: { days: days(10), atLeast: number(3) },
});

it('a count holds where the window up to a fact has enough of its kind', () => {
  holdToLaw(fc, pattern, { sent: (when) => message(when), received: (when) => message({ ...when, direction: 'inbound' }) }, (facts) =>
    runs(facts, 'sent', WITHIN, (window) => window.filter(({ kind }) => kind === 'sent').length >= 3),
  );
});
