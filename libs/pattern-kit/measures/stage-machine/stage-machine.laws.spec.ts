import { incidentReported } from '@plumbline/events';
import * as fc from 'fast-check';
import { is } from '../../conditions';
import { setting } from '../../settings';
import { incident } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, number, runs } from '../laws-kit';
import { stageMachine } from './declaration';

const kinds = ['low', 'moderate', 'severe'] as const;

const pattern = lawPattern({
  facts: Object.fromEntries(kinds.map((kind) => [kind, { from: [incidentReported], when: [is('severity', kind)] }])),
  measure: stageMachine({
    stages: kinds.map((kind, index) => ({ stage: index + 1, name: kind, findings: [], facts: [kind] })),
    atLeast: setting('atLeast'),
  }),
  settings: { days: days(10), atLeast: number(3) },
});

it('a stage machine holds where the window has each of the stages after a lower one', () => {
  const events = Object.fromEntries(kinds.map((kind) => [kind, (when: object) => incident({ ...when, severity: kind } as never)]));
  holdToLaw(fc, pattern, events, (facts) =>
    runs(
      facts.map(({ at, kind }) => ({ at, kind: 'step', stage: kinds.findIndex((one) => one === kind) })),
      'step',
      WITHIN,
      (window) => {
        const first = window.findIndex(({ stage }) => stage === 0);
        const second = first === -1 ? -1 : window.findIndex(({ stage }, index) => index > first && stage === 1);
        return second !== -1 && window.some(({ stage }, index) => index > second && stage === 2);
      },
    ),
  );
});
