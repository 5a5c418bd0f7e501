import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql, table } from '@plumbline/analytics-store';
import type { FoldFactory, WorkDone } from '@plumbline/projecting';
import { wardFolds, wardRecord, wardRecords } from './hospital';
import { digestsOf, groundForEach, openWard, rowsOf, settle } from './platform';

const EVENTS = 3_000;

function flipLastByte(bytes: Buffer): Buffer {
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  return bytes;
}

describe('the projector', () => {
  const ground = groundForEach('projector');

  it('puts every event into its table once, those for everybody too, and makes findings, alerts and cases of them', async () => {
    await ground.log.append(wardRecords(0, EVENTS));
    const projector = await openWard(ground);
    await settle(ground, projector);
    expect(await rowsOf(ground.store, 'events')).toBe(EVENTS);
    const ids = await ground.store.query<{ amount: number }>(sql`SELECT uniqExact(id) AS amount FROM ${table('events')}`);
    expect(ids[0]?.amount).toBe(EVENTS);
    for (const name of [
      'finding_revisions',
      'alert_states',
      'case_history',
      'undetermined',
      'clinicians',
      'rosters',
      'policies',
      'closed_days',
    ]) {
      expect([name, (await rowsOf(ground.store, name)) > 0]).toEqual([name, true]);
    }
    const accepted = await ground.store.query<{ accepted: number }>(
      sql`SELECT DISTINCT accepted FROM ${table('case_history')} WHERE command_id != '' ORDER BY accepted`,
    );
    expect(accepted).toEqual([{ accepted: 0 }, { accepted: 1 }]);
    await projector.close();
  });

  it('drops an event that a transport delivered again', async () => {
    await ground.log.append(wardRecords(0, 500));
    await ground.log.append(wardRecords(200, 500));
    const projector = await openWard(ground);
    await settle(ground, projector);
    expect(await rowsOf(ground.store, 'events')).toBe(500);
    await projector.close();
  });

  it('makes the same rows whatever the size of its rounds', async () => {
    await ground.log.append(wardRecords(0, EVENTS));
    const first = await openWard(ground, { limits: { events: 10_000, bytes: 8 << 20 } });
    await settle(ground, first);
    await first.close();
    const digests = await digestsOf(ground.store);
    for (const events of [61, 640]) {
      const again = await openWard(ground, { limits: { events, bytes: 8 << 20 }, foldVersion: `ward-${String(events)}` });
      await settle(ground, again);
      expect(await digestsOf(ground.store)).toEqual(digests);
      await again.close();
    }
  });

  it('answers whoever waits for a position, and gives up with the signal', async () => {
    const projector = await openWard(ground);
    const [position] = await ground.log.append([wardRecord(1)]);
    await projector.waitForPosition(position!);
    await projector.waitForPosition(position!);
    expect(await rowsOf(ground.store, 'events')).toBe(1);
    await expect(projector.waitForPosition({ partition: 0, position: 99 }, AbortSignal.timeout(20))).rejects.toThrow();
    const waiting = projector.waitForPosition({ partition: 0, position: 99 });
    const refused = expect(waiting).rejects.toThrow('closed');
    await projector.close();
    await refused;
  });

  it('goes on from its snapshots and reads the tail only, or everything where they are damaged', async () => {
    await ground.log.append(wardRecords(0, EVENTS));
    const first = await openWard(ground);
    await settle(ground, first);
    await first.close();
    const readAgain = async (): Promise<number> => {
      const work: WorkDone[] = [];
      const projector = await openWard(ground, { listeners: { onWork: (done) => work.push(done) } });
      await settle(ground, projector);
      await projector.close();
      return work.findLast(({ phase }) => phase === 'catching-up')?.done ?? 0;
    };
    expect(await readAgain()).toBe(0);
    const snapshots = join(ground.directory, 'projecting', 'snapshots');
    for (const name of readdirSync(snapshots)) rmSync(join(snapshots, name));
    expect(await readAgain()).toBeGreaterThanOrEqual(EVENTS);
    // Saved at the end, although nothing but what it had to read again had come.
    expect(await readAgain()).toBe(0);
    for (const name of readdirSync(snapshots)) writeFileSync(join(snapshots, name), flipLastByte(readFileSync(join(snapshots, name))));
    await ground.log.append(wardRecords(EVENTS, EVENTS + 500));
    const ends = await ground.log.ends();
    const read = await readAgain();
    expect(read).toBeGreaterThanOrEqual(EVENTS);
    expect(read).toBeLessThan(ends.reduce((sum, end) => sum + end, 0));
    const digests = await digestsOf(ground.store);
    const anew = await openWard(ground, { foldVersion: 'ward-2' });
    await settle(ground, anew);
    await anew.close();
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('reads the log from its beginning where the folds refuse a saved state', async () => {
    await ground.log.append(wardRecords(0, 500));
    const first = await openWard(ground);
    await settle(ground, first);
    await first.close();
    const digests = await digestsOf(ground.store);
    const troubles: string[] = [];
    const createFolds: FoldFactory = (partition, restored) => {
      if (restored !== undefined) throw new Error('of another make');
      return wardFolds(partition);
    };
    const second = await openWard(ground, { createFolds, listeners: { onTrouble: (problem) => troubles.push(problem.code) } });
    await second.close();
    expect(troubles).toEqual(Array.from({ length: ground.log.partitions }, () => 'projecting.snapshot-refused'));
    expect(await digestsOf(ground.store)).toEqual(digests);
  });

  it('rebuilds beside the live tables, goes on meanwhile, and ends with the same rows', async () => {
    await ground.log.append(wardRecords(0, EVENTS));
    const projector = await openWard(ground);
    const rebuilding = projector.rebuild();
    for (let from = EVENTS; from < EVENTS + 1_000; from += 100) await ground.log.append(wardRecords(from, from + 100));
    await rebuilding;
    await settle(ground, projector);
    expect(await rowsOf(ground.store, 'events')).toBe(EVENTS + 1_000);
    const digests = await digestsOf(ground.store);
    await projector.rebuild();
    expect(await digestsOf(ground.store)).toEqual(digests);
    await ground.log.append([wardRecord(EVENTS + 1_000)]);
    await settle(ground, projector);
    expect(await rowsOf(ground.store, 'events')).toBe(EVENTS + 1_001);
    await projector.close();
  });
});
