import { benchmarkDetectors, digest } from '../detectors.bench';
import { runDeclared } from './declared';
import { runHandWritten } from './hand-written';
import { runRuleEngine } from './rule-engine';
import { makeWorkload } from './workload';

describe('the declared detectors of the benchmark', () => {
  it('find the same edges as those written by hand', () => {
    const workload = makeWorkload(60_000, 60);
    const expected = runHandWritten(workload);
    expect(expected.filter((edge) => edge.startsWith('messages')).length).toBeGreaterThan(50);
    expect(expected.filter((edge) => edge.startsWith('gifts')).length).toBeGreaterThan(50);
    expect(expected.filter((edge) => edge.startsWith('refills')).length).toBeGreaterThan(10);
    expect(digest(runDeclared(workload).edges)).toBe(digest(expected));
  });

  it('find the same as the rules of json-rules-engine', async () => {
    const workload = makeWorkload(20_000, 20);
    expect(digest((await runRuleEngine(workload)).edges)).toBe(digest(runHandWritten(workload)));
  });

  it('are measured against both in one run', async () => {
    const { figures } = await benchmarkDetectors(20_000, 50);
    expect(figures).toHaveLength(3);
    for (const { value } of figures) expect(value).toBeGreaterThan(0);
  });
});
