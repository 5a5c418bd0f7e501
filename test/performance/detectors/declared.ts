import { giftDeclared, messageSent } from '@plumbline/events';
import {
  PatternEngine,
  count,
  definePattern,
  is,
  offDuty,
  setting,
  specification,
  sum,
  type PatternDeclaration,
} from '@plumbline/pattern-kit';
import { GIFTS, MESSAGES } from './hand-written';
import { ZONE, eventAt, type Workload } from './workload';

const common = {
  catalogue: ['benchmark'],
  version: 1,
  question: 'Benchmark.',
  domain: 'communication',
  route: 'review',
  falsePositives: [],
  source: 'benchmark',
  playbook: 'F1',
} as const;
const words = { title: 'Benchmark', reason: ['{number} in {window} days.'], counterfactual: [] };
const days = (value: number) => ({ default: value, unit: 'days', origin: 'P', meaning: 'Window.' }) as const;
const number = (value: number) => ({ default: value, unit: 'number', origin: 'P', meaning: 'Threshold.' }) as const;

/** The detectors of the workload that the measures express, as declarations. */
export const detectors: readonly PatternDeclaration[] = [
  definePattern({
    ...common,
    id: 'messages',
    per: 'dyad',
    within: setting('days'),
    facts: { message: { from: [messageSent], when: [is('direction', 'outbound'), offDuty()] } },
    measure: count({ of: 'message', atLeast: setting('atLeast') }),
    bands: [{ band: 'many', tier: 'task', from: 0, meaning: 'Many.' }],
    settings: { days: days(MESSAGES.days), atLeast: number(MESSAGES.atLeast) },
    words,
  }),
  definePattern({
    ...common,
    id: 'gifts',
    per: 'giver',
    within: setting('days'),
    facts: { gift: { from: [giftDeclared], when: [is('acceptance', 'accepted')] } },
    measure: sum({
      of: 'gift',
      field: 'value',
      above: { limit: setting('limit'), band: 'value' },
      anyOf: { when: is('kind', 'cash'), band: 'value' },
      atLeast: { number: setting('number'), band: 'value' },
    }),
    bands: [{ band: 'value', tier: 'task', meaning: 'Much.' }],
    settings: { days: days(GIFTS.days), limit: number((GIFTS.minor - 1) / 100), number: number(1_000_000) },
    words,
  }),
];

/** The engine of the product over the workload; the same edges as the hand-written detectors, and the time it took. */
export function runDeclared(workload: Workload): { readonly edges: string[]; readonly milliseconds: number } {
  const engine = new PatternEngine(detectors, {
    policyView: (document, policy, version) => ({
      ...specification.specifiedPolicy(document, policy, version),
      zone: ZONE,
      hoursOn: (_day, weekday) => (weekday > 5 ? [] : [{ from: MESSAGES.from, to: MESSAGES.to }]),
    }),
  });
  engine.apply(specification.activation());
  const events = Array.from({ length: workload.count }, (_, index) => eventAt(workload, index));
  const started = performance.now();
  for (const event of events) {
    engine.apply(event);
    engine.drain();
  }
  const milliseconds = performance.now() - started;
  const edges = engine.current().map(({ pattern, subject, startedAt }) => {
    const dyad = Number((subject.donor ?? subject.patient ?? '').slice(2));
    return `${pattern} ${String(dyad)} ${String(startedAt)}`;
  });
  return { edges: edges.sort(), milliseconds };
}
