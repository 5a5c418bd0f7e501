import { messageSent } from '@plumbline/events';
import * as fc from 'fast-check';
import { is } from '../../conditions';
import { message } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, runs } from '../laws-kit';
import { singleFact } from './declaration';

const pattern = lawPattern({
  facts: {
    sent: { from: [messageSent], when: [is('direction', 'outbound')] },
    received: { from: [messageSent], when: [is('direction', 'inbound')] },
  },
  measure: singleFact({ of: 'sent', band: 'sent' }, { of: 'received', band: 'received', notAfter: 'sent' }),
  settings: { days: days(10) },
  bands: [
    { band: 'received', tier: 'task', meaning: 'Received.' },
    { band: 'sent', tier: 'task', meaning: 'Sent.' },
  ],
});

it('a single fact holds wherever it is, and one that yields where none of the other came before it', () => {
  holdToLaw(fc, pattern, { sent: (when) => message(when), received: (when) => message({ ...when, direction: 'inbound' }) }, (facts) =>
    [
      ...runs(facts, 'sent', WITHIN, () => true),
      ...runs(facts, 'received', WITHIN, (window) => window.every(({ kind }) => kind === 'received')),
    ].sort((left, right) => left.startedAt - right.startedAt),
  );
});
