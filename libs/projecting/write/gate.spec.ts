import { setTimeout } from 'node:timers/promises';
import { Gate } from './gate';

describe('a gate', () => {
  const told: string[] = [];
  const work = (name: string, milliseconds: number) => async (): Promise<string> => {
    told.push(`${name} begins`);
    await setTimeout(milliseconds);
    told.push(`${name} ends`);
    return name;
  };
  beforeEach(() => told.splice(0));

  it('lets many through at once', async () => {
    const gate = new Gate();
    expect(await Promise.all([gate.shared(work('a', 20)), gate.shared(work('b', 5))])).toEqual(['a', 'b']);
    expect(told).toEqual(['a begins', 'b begins', 'b ends', 'a ends']);
  });

  it('lets one through alone, after what has begun and before what comes', async () => {
    const gate = new Gate();
    const before = gate.shared(work('before', 20));
    await setTimeout(1);
    const alone = gate.exclusive(work('alone', 5));
    const after = gate.shared(work('after', 1));
    expect(await Promise.all([before, alone, after])).toEqual(['before', 'alone', 'after']);
    expect(told).toEqual(['before begins', 'before ends', 'alone begins', 'alone ends', 'after begins', 'after ends']);
  });

  it('stays open where the one that was alone, or one of many, failed', async () => {
    const gate = new Gate();
    const failing = (): Promise<never> => Promise.reject(new Error('failed'));
    await expect(Promise.all([gate.exclusive(failing)])).rejects.toThrow('failed');
    await expect(gate.shared(failing)).rejects.toThrow('failed');
    expect(await gate.exclusive(work('next', 1))).toBe('next');
    expect(await gate.shared(work('last', 1))).toBe('last');
  });
});
