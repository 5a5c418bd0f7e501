import { messageSent } from '@plumbline/events';
import { localTime } from '@plumbline/kernel';
import * as fc from 'fast-check';
import { is } from '../../conditions';
import { setting } from '../../settings';
import { message } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, number, runs } from '../laws-kit';
import { weightedCount } from './declaration';

const LONDON = 'Europe/London';
const word = (value: string) => ({ default: value, unit: 'word', origin: 'P', meaning: 'Word.' }) as const;

const pattern = lawPattern({
  facts: { sent: { from: [messageSent], when: [is('direction', 'outbound')] } },
  measure: weightedCount({
    of: 'sent',
    atLeast: setting('atLeast'),
    nightly: { from: setting('nightFrom'), to: setting('nightTo'), times: setting('nightTimes') },
    channel: 'channel',
    peers: { metric: 'law', atLeast: setting('minimumPeers'), otherwise: setting('withoutPeers') },
  }),
  settings: {
    days: days(10),
    atLeast: number(4),
    nightFrom: word('22:00'),
    nightTo: word('05:00'),
    nightTimes: number(2),
    minimumPeers: number(1),
    withoutPeers: word('threshold-alone'),
  },
});

const weightOf = (at: number): number => {
  const { minute } = localTime(at, LONDON);
  return minute >= 22 * 60 || minute < 5 * 60 ? 2 : 1;
};

it('a weighted count holds where the facts of the window, those of the night twice, are enough', () => {
  holdToLaw(fc, pattern, { sent: (when) => message(when), received: (when) => message({ ...when, direction: 'inbound' }) }, (facts) =>
    runs(facts, 'sent', WITHIN, (window) => {
      const sent = window.filter(({ kind }) => kind === 'sent');
      return sent.reduce((sum, { at }) => sum + weightOf(at), 0) >= 4;
    }),
  );
});
