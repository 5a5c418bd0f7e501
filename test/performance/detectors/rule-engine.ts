import { DAY, localTime } from '@plumbline/kernel';
import { Engine } from 'json-rules-engine';
import { cpuTime } from './cpu-time';
import { GIFTS, MESSAGES, REFILLS } from './hand-written';
import { KIND, ZONE, type Workload } from './workload';

const fact = (name: string, operator: string, value: unknown) => ({ fact: name, operator, value });

/** The same detectors as rules over facts that are counted beside the engine, because it knows no windows. */
function rules(): Engine {
  const engine = new Engine();
  const rule = (type: string, ...conditions: object[]): void => {
    engine.addRule({ conditions: { all: [fact('detector', 'equal', type), ...conditions] as never }, event: { type } });
  };
  rule('messages', fact('number', 'greaterThanInclusive', MESSAGES.atLeast));
  rule('gifts', fact('sum', 'greaterThanInclusive', GIFTS.minor));
  const many = fact('number', 'greaterThanInclusive', REFILLS.atLeast);
  rule('refills', many, fact('before', 'greaterThan', 0), fact('timesBefore', 'greaterThanInclusive', REFILLS.ratio));
  return engine;
}

interface Entry {
  readonly time: number;
  readonly amount: number;
}

/** The edges that json-rules-engine finds, and the processor time that it took. */
export async function runRuleEngine(workload: Workload): Promise<{ readonly edges: string[]; readonly milliseconds: number }> {
  const engine = rules();
  const histories = new Map<string, { entries: Entry[]; held: boolean }>();
  const edges: string[] = [];
  const started = cpuTime();
  for (let index = 0; index < workload.count; index += 1) {
    const detector = detectorOf(workload, index);
    if (detector === undefined) continue;
    const time = workload.time[index]!;
    const whose = `${detector} ${String(detector === 'refills' ? workload.clinician[index]! : workload.dyad[index]!)}`;
    const history = histories.get(whose) ?? { entries: [], held: false };
    histories.set(whose, history);
    const opens = time - { messages: MESSAGES.days, gifts: GIFTS.days, refills: REFILLS.days }[detector] * DAY;
    const last = history.entries.at(-1);
    history.entries.push({ time, amount: workload.amount[index]! });
    const keep = detector === 'refills' ? opens - REFILLS.before * DAY : opens;
    while (history.entries[0]!.time <= keep) history.entries.shift();
    const inside = history.entries.filter((entry) => entry.time > opens);
    const before = history.entries.length - inside.length;
    const { events } = await engine.run({
      detector,
      number: inside.length,
      sum: inside.reduce((sum, { amount }) => sum + amount, 0),
      before,
      timesBefore: before === 0 ? 0 : (inside.length * REFILLS.before) / (before * REFILLS.days),
    });
    const holds = events.length > 0;
    if (holds && (!history.held || last === undefined || last.time <= opens)) edges.push(`${whose} ${String(time)}`);
    history.held = holds;
  }
  return { edges: edges.sort(), milliseconds: cpuTime() - started };
}

function detectorOf({ kind, flag, time }: Workload, index: number): 'messages' | 'gifts' | 'refills' | undefined {
  if (kind[index] === KIND.gift) return 'gifts';
  if (flag[index] === 0) return undefined;
  if (kind[index] === KIND.prescription) return 'refills';
  if (kind[index] !== KIND.message) return undefined;
  const { minute, weekday } = localTime(time[index]!, ZONE);
  return weekday < 6 && minute >= MESSAGES.from && minute < MESSAGES.to ? undefined : 'messages';
}
