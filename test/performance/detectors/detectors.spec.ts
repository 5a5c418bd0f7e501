import { benchmarkDetectors, digest } from '../detectors.bench';
import { runDeclared } from './declared';
import { runHandWritten } from './hand-written';
import { makeWorkload } from './workload';

describe('the declared detectors of the benchmark', () => {
  it('find the same edges as those written by hand', () => {
    const workload = makeWorkload(60_000, 60);
    const expected = runHandWritten(workload);
    expect(expected.filter((edge) => edge.startsWith('messages')).length).toBeGreaterThan(50);
    expect(expected.filter((edge) => edge.startsWith('gifts')).length).toBeGreaterThan(50);
    expect(digest(runDeclared(workload).edges)).toBe(digest(expected));
  });

  it('are measured against them in one run', () => {
    const { figures } = benchmarkDetectors(20_000, 50);
    expect(figures[0]!.value).toBeGreaterThan(0);
  });
});
