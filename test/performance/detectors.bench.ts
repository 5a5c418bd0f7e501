import { sha256Hex } from '@plumbline/kernel';
import { median, perSecond, type Figure, type Section } from './figures';
import { cpuTime } from './detectors/cpu-time';
import { runDeclared } from './detectors/declared';
import { foldElevenPatterns } from './detectors/eleven-patterns';
import { runHandWritten } from './detectors/hand-written';
import { runRuleEngine } from './detectors/rule-engine';
import { makeWorkload, type Workload } from './detectors/workload';

/** A rules engine is too slow for the whole workload; its share has the same density. */
const RULE_ENGINE_SHARE = 20;
/** After so many runs Node has compiled what it will compile; a platform that runs for days has as well. */
const WARMING = 4;
const ROUNDS = 3;

export const digest = (edges: readonly string[]): string => sha256Hex(edges.join('\n'));

/**
 * Declared detectors in the product's engine, with versions, evidence and sentences, against the same detectors written by hand over flat
 * typed arrays, which keep none of that, and as rules of json-rules-engine. All must find the same edges.
 * @throws Error where they do not.
 */
export async function benchmarkDetectors(events = 1_000_000, clinicians = Math.ceil(events / 200)): Promise<Section> {
  const workload = makeWorkload(events, clinicians);
  const warming = makeWorkload(Math.min(events, 100_000), clinicians);
  for (let run = 0; run < WARMING; run += 1) inTurn(warming);
  const rounds = Array.from({ length: ROUNDS }, () => inTurn(workload));
  const { edges } = rounds[0] as Round;
  const milliseconds = median(rounds.map(({ declared }) => declared));
  const byHand = median(rounds.map((round) => round.byHand));
  return {
    title: 'Declared detectors',
    how: `${events.toLocaleString('en-GB')} decoded events, ${edges.length.toLocaleString('en-GB')} alerts, identical in all, by processor time; both compiled, medians of ${String(ROUNDS)} rounds in turn (digest ${digest(edges).slice(0, 12)}).`,
    figures: [
      {
        what: 'three declared detectors, one thread',
        measured: perSecond(events, milliseconds),
        comparedWith: `${perSecond(events, byHand)} written by hand over flat arrays`,
        value: median(rounds.map((round) => round.byHand / round.declared)),
        unit: '×',
        goal: { atLeast: 0.3 },
      },
      await againstRules(events, clinicians, milliseconds / events),
      elevenPatterns(events, Math.ceil(events / 400)),
    ],
  };
}

/** The processor time of both in one round, in milliseconds. */
interface Round {
  readonly edges: readonly string[];
  readonly byHand: number;
  readonly declared: number;
}

function inTurn(workload: Workload): Round {
  const started = cpuTime();
  const expected = runHandWritten(workload);
  const byHand = cpuTime() - started;
  const { edges, milliseconds } = runDeclared(workload);
  same('declared detectors', edges, expected);
  return { edges, byHand, declared: milliseconds };
}

/** All patterns of the product beside each other: what a full ingest can spare for them is about 4 µs an event. */
function elevenPatterns(events: number, clinicians: number): Figure {
  foldElevenPatterns(Math.min(events, 100_000), clinicians);
  const { microsecondsEach, revisions, undetermined } = foldElevenPatterns(events, clinicians);
  const said = `${revisions.toLocaleString('en-GB')} revisions, each read whole, and ${undetermined.toLocaleString('en-GB')} rows of what is undetermined`;
  return {
    what: `eleven patterns over ${events.toLocaleString('en-GB')} decoded events of the mixed workload`,
    measured: perSecond(1_000, microsecondsEach),
    comparedWith: said,
    value: microsecondsEach,
    unit: ' µs an event',
    goal: { atMost: 4 },
  };
}

async function againstRules(events: number, clinicians: number, millisecondsEach: number): Promise<Figure> {
  const share = Math.ceil(events / RULE_ENGINE_SHARE);
  const sample = makeWorkload(share, Math.ceil(clinicians / RULE_ENGINE_SHARE));
  await runRuleEngine(sample);
  const { edges, milliseconds } = await runRuleEngine(sample);
  same('json-rules-engine', edges, runHandWritten(sample));
  return {
    what: 'the same, one thread',
    measured: perSecond(1, millisecondsEach),
    comparedWith: `${perSecond(share, milliseconds)} as rules of json-rules-engine, windows counted beside it, over ${share.toLocaleString('en-GB')} of the events`,
    value: milliseconds / share / millisecondsEach,
    unit: '×',
    goal: { atLeast: 20 },
  };
}

function same(who: string, edges: readonly string[], expected: readonly string[]): void {
  if (digest(edges) === digest(expected)) return;
  throw new Error(`${who} found ${String(edges.length)} edges, hand-written ${String(expected.length)}`);
}
