import { createLogger } from '@plumbline/runtime';
import type { Message } from 'kafkajs';
import { setTimeout as pause } from 'node:timers/promises';
import { Lane, type BatchSender, type LaneLimits } from './lane';

const logger = createLogger({ name: 'spec', level: 'silent' });
const limits: LaneLimits = { batchRecords: 10, batchBytes: 1_000, deliveryMilliseconds: 600, closingMilliseconds: 100 };
const parcel = (...texts: string[]) => ({ messages: texts.map((value): Message => ({ value })), size: texts.length });

class Unanswered extends Error {
  readonly retriable = true;
}

/** A topic of one partition whose broker answers as told: with a position, or with an error before or after it stored the batch. */
function topicThat(answers: (attempt: number) => 'store' | 'store, then fail' | Error) {
  const stored: unknown[] = [];
  const seen = { attempts: 0, replaced: 0, underWay: 0, most: 0 };
  const sender: BatchSender = {
    send: async (messages) => {
      seen.underWay += 1;
      seen.most = Math.max(seen.most, seen.underWay);
      await pause(2);
      seen.underWay -= 1;
      const answer = answers((seen.attempts += 1));
      if (answer instanceof Error) throw answer;
      const first = stored.push(...messages.map(({ value }) => value)) - messages.length;
      if (answer === 'store, then fail') throw new Unanswered();
      return first;
    },
    replace: () => {
      seen.replaced += 1;
      return Promise.resolve();
    },
  };
  return { stored, seen, lane: new Lane(0, sender, limits, logger) };
}

describe('the lane of a partition', () => {
  it('has one batch under way, and takes what arrives meanwhile together with the next one', async () => {
    const { lane, seen, stored } = topicThat(() => 'store');
    const first = lane.add(parcel('0'));
    await pause(1);
    const later = ['1', '2', '3', '4'].map((text) => lane.add(parcel(text)));
    expect([await first, ...(await Promise.all(later))]).toEqual([0, 1, 2, 3, 4]);
    expect(seen).toMatchObject({ attempts: 2, most: 1 });
    expect(stored).toEqual(['0', '1', '2', '3', '4']);
  });

  it('closes a batch at its limit and never tears what was given to it together', async () => {
    const { lane, seen } = topicThat(() => 'store');
    const texts = (count: number) => Array.from({ length: count }, () => 'x');
    expect(await Promise.all([lane.add(parcel(...texts(7))), lane.add(parcel(...texts(7))), lane.add(parcel(...texts(3)))])).toEqual([
      0, 7, 14,
    ]);
    expect(seen.attempts).toBe(2);
  });

  it('sends a failed batch again before anything behind it, so that the first copies stand in order', async () => {
    const { lane, seen, stored } = topicThat((attempt) => (attempt === 2 ? 'store, then fail' : 'store'));
    await lane.add(parcel('a1'));
    const second = lane.add(parcel('a2'));
    await pause(1);
    const third = lane.add(parcel('a3'));
    expect([await second, await third]).toEqual([2, 3]);
    expect(stored).toEqual(['a1', 'a2', 'a2', 'a3']);
    expect(seen.replaced).toBe(1);
  });

  it('refuses what waits behind a batch that it gives up, and goes on with what comes later', async () => {
    let away = true;
    const { lane, stored } = topicThat(() => (away ? new Unanswered() : 'store'));
    const first = lane.add(parcel('a1'));
    await pause(1);
    const behind = lane.add(parcel('a2'));
    await expect(first).rejects.toMatchObject({ code: 'kafka.failed' });
    await expect(behind).rejects.toMatchObject({ code: 'kafka.failed' });
    away = false;
    await lane.add(parcel('a1'));
    expect(stored).toEqual(['a1']);
  });

  it('does not repeat what cannot succeed', async () => {
    const { lane, seen } = topicThat(() => new TypeError('a defect of ours'));
    await expect(lane.add(parcel('a'))).rejects.toMatchObject({ code: 'kafka.failed' });
    expect(seen.attempts).toBe(1);
  });

  it('does not wait for an absent broker when it is closed', async () => {
    const { lane } = topicThat(() => new Unanswered());
    const refused = expect(lane.add(parcel('a'))).rejects.toMatchObject({ code: 'kafka.failed' });
    await lane.close();
    await refused;
    await expect(lane.add(parcel('b'))).rejects.toMatchObject({ code: 'log.closed' });
  });
});
