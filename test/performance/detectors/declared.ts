import { giftDeclared, messageSent, prescriptionDispensed, type DomainEvent } from '@plumbline/events';
import {
  PatternEngine,
  controlledSchedules,
  count,
  definePattern,
  is,
  offDuty,
  setting,
  specification,
  sum,
  trend,
  type PatternDeclaration,
} from '@plumbline/pattern-kit';
import { cpuTime } from './cpu-time';
import { GIFTS, MESSAGES, REFILLS } from './hand-written';
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

/** The detectors of the workload, as declarations. */
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
  definePattern({
    ...common,
    id: 'refills',
    per: 'clinician',
    within: setting('days'),
    facts: { refill: { from: [prescriptionDispensed], when: [is('schedule', ...controlledSchedules)] } },
    measure: trend({
      of: 'refill',
      against: setting('before'),
      atLeast: setting('atLeast'),
      ratio: setting('ratio'),
      history: setting('history'),
    }),
    bands: [{ band: 'rising', tier: 'task', from: 0, meaning: 'Rising.' }],
    settings: {
      days: days(REFILLS.days),
      before: days(REFILLS.before),
      atLeast: number(REFILLS.atLeast),
      ratio: number(REFILLS.ratio),
      history: days(0),
    },
    words,
  }),
];

/** The projector folds each event as soon as it is decoded; a batch is small enough to be still at hand when it is folded. */
const BATCH = 200;

/** Events as a decoder hands them over: every text is a new one. */
function decoded(workload: Workload, from: number, to: number): readonly DomainEvent[] {
  const events = Array.from({ length: to - from }, (_, index) => eventAt(workload, from + index));
  return JSON.parse(JSON.stringify(events)) as readonly DomainEvent[];
}

/** The engine of the product over the workload; the same edges as the hand-written detectors, and the processor time that it took. */
export function runDeclared(workload: Workload): { readonly edges: string[]; readonly milliseconds: number } {
  const engine = new PatternEngine(detectors, {
    policyView: (document, policy, version) => ({
      ...specification.specifiedPolicy(document, policy, version),
      zone: ZONE,
      hoursOn: (_day, weekday) => (weekday > 5 ? [] : [{ from: MESSAGES.from, to: MESSAGES.to }]),
    }),
  });
  engine.apply(specification.activation());
  let milliseconds = 0;
  for (let first = 0; first < workload.count; first += BATCH) {
    const events = decoded(workload, first, Math.min(first + BATCH, workload.count));
    const started = cpuTime();
    for (const event of events) {
      engine.apply(event);
      engine.drain();
    }
    milliseconds += cpuTime() - started;
  }
  const edges = engine.current().map(({ pattern, subject, startedAt }) => {
    const whose = Number((subject.donor ?? subject.patient ?? subject.clinician).slice(2));
    return `${pattern} ${String(whose)} ${String(startedAt)}`;
  });
  return { edges: edges.sort(), milliseconds };
}
