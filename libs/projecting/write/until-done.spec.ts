import { ProblemError } from '@plumbline/kernel';
import { untilDone } from './until-done';

const failure = (code: `${string}.${string}`): ProblemError => new ProblemError({ code, reason: 'It failed.', remedy: 'Wait.' });

describe('what ClickHouse did not do', () => {
  const attemptsOf = async (code: `${string}.${string}`): Promise<readonly number[]> => {
    const attempts: number[] = [];
    const work = (attempt: number): Promise<void> => {
      attempts.push(attempt);
      return attempt < 3 ? Promise.reject(failure(code)) : Promise.resolve();
    };
    await untilDone(work, new AbortController().signal, () => undefined).catch(() => attempts.push(Number.NaN));
    return attempts;
  };

  it.each(['unreachable', 'unavailable', 'disk-full', 'too-slow', 'too-large'])('is tried again where it was %s', async (code) => {
    expect(await attemptsOf(`analytics-store.${code}`)).toEqual([1, 2, 3]);
  });

  it.each(['failed', 'read-only', 'wrong-credentials', 'condition-failed', 'closed'])(
    'ends with its code where it was %s',
    async (code) => {
      expect(await attemptsOf(`analytics-store.${code}`)).toEqual([1, Number.NaN]);
    },
  );

  it('is given up where nobody waits for it any more', async () => {
    const given = new AbortController();
    const troubles: string[] = [];
    const done = await untilDone(
      () => Promise.reject(failure('analytics-store.unreachable')),
      given.signal,
      ({ code }) => {
        troubles.push(code);
        given.abort();
      },
    );
    expect([done, troubles]).toEqual([false, ['analytics-store.unreachable']]);
  });
});
