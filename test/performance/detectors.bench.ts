import { sha256Hex } from '@plumbline/kernel';
import { perSecond, type Section } from './figures';
import { runDeclared } from './detectors/declared';
import { runHandWritten } from './detectors/hand-written';
import { makeWorkload } from './detectors/workload';

export const digest = (edges: readonly string[]): string => sha256Hex(edges.join('\n'));

/**
 * Declared detectors in the product's engine, with versions, evidence and sentences, against the same detectors written by hand over flat
 * typed arrays, which keep none of that. Both must find the same edges.
 * @throws Error where they do not.
 */
export function benchmarkDetectors(events = 1_000_000, clinicians = Math.ceil(events / 200)): Section {
  const workload = makeWorkload(events, clinicians);
  runHandWritten(makeWorkload(Math.min(events, 100_000), clinicians));
  const started = performance.now();
  const expected = runHandWritten(workload);
  const byHand = performance.now() - started;
  const { edges, milliseconds } = runDeclared(workload);
  if (digest(edges) !== digest(expected))
    throw new Error(`declared detectors found ${String(edges.length)} edges, hand-written ${String(expected.length)}`);
  return {
    title: 'Declared detectors',
    how: `${events.toLocaleString('en-GB')} decoded events, ${expected.length.toLocaleString('en-GB')} alerts, identical in both (digest ${digest(edges).slice(0, 12)}).`,
    figures: [
      {
        what: 'two declared detectors, one thread',
        measured: perSecond(events, milliseconds),
        comparedWith: `${perSecond(events, byHand)} written by hand over flat arrays`,
        value: byHand / milliseconds,
        unit: '×',
        goal: { atLeast: 0.3 },
      },
    ],
  };
}
