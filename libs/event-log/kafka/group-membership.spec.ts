import { createLogger } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeWithKafka, freePorts, startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import type { KafkaConnection } from './connection';
import { GroupMembership, type GroupListener } from './group-membership';

const PARTITIONS = 4;
const SESSION_MILLISECONDS = 6_000;

/** Who has which partition now, and whether one ever had two owners that had not let it go. */
class Ownership {
  readonly owners = new Map<number, string>();
  readonly twice: string[] = [];

  take(partition: number, name: string): void {
    const before = this.owners.get(partition);
    if (before !== undefined && before !== name) this.twice.push(`${partition} by ${before} and ${name}`);
    this.owners.set(partition, name);
  }

  drop(partition: number): void {
    this.owners.delete(partition);
  }

  of(name: string): readonly number[] {
    return [...this.owners].filter(([, owner]) => owner === name).map(([partition]) => partition);
  }
}

async function until(condition: () => boolean, milliseconds = 30_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !condition();) {
    if (Date.now() > end) throw new Error('waited in vain');
    await pause(20);
  }
}

describeWithKafka('the members of a group', () => {
  let directory: string;
  let kafka: LocalKafka;
  let connection: KafkaConnection;
  let ownership: Ownership;
  let members: GroupMembership[];
  let failures: Error[];
  let groups = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-group-'));
    kafka = await startLocalKafka({ directory });
    connection = { brokers: kafka.brokers, logger: createLogger({ name: 'spec', level: 'silent' }) };
  }, 240_000);

  beforeEach(() => {
    ownership = new Ownership();
    members = [];
    failures = [];
    groups += 1;
  });

  afterEach(async () => {
    await Promise.all(members.map((member) => member.leave()));
  });

  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true });
  });

  async function member(name: string, listening: Partial<GroupListener> = {}): Promise<GroupMembership> {
    const membership = new GroupMembership({
      connection,
      groupId: `group-${groups}`,
      partitions: PARTITIONS,
      sessionMilliseconds: SESSION_MILLISECONDS,
      onFailure: (error) => failures.push(error),
    });
    members.push(membership);
    await membership.join({
      assigned: async (partitions, generation) => {
        for (const partition of partitions) ownership.take(partition, name);
        await listening.assigned?.(partitions, generation);
      },
      revoked: async (partitions) => {
        await listening.revoked?.(partitions);
        for (const partition of partitions) ownership.drop(partition);
      },
    });
    return membership;
  }

  const shares = (...names: string[]) => names.map((name) => ownership.of(name).length);

  it('have one owner for each partition, and share evenly when one joins', async () => {
    await member('a');
    await until(() => ownership.of('a').length === PARTITIONS);
    await member('b');
    await until(() => shares('a', 'b').every((share) => share === 2));
    await member('c');
    await until(() => ownership.owners.size === PARTITIONS && Math.min(...shares('a', 'b', 'c')) === 1);
    expect(ownership.twice).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('keep what need not move', async () => {
    const revoked: number[] = [];
    await member('a', { revoked: (partitions) => Promise.resolve(void revoked.push(...partitions)) });
    await until(() => ownership.of('a').length === PARTITIONS);
    await member('b');
    await until(() => ownership.of('b').length === 2);
    expect(revoked).toHaveLength(2);
  });

  it('get a partition only after its owner has finished with it, however long that takes within its time', async () => {
    let finished = 0;
    await member('a', { revoked: async () => pause(4_000).then(() => void (finished = performance.now())) });
    await until(() => ownership.of('a').length === PARTITIONS);
    let taken = 0;
    await member('b', { assigned: () => Promise.resolve(void (taken = performance.now())) });
    await until(() => ownership.of('b').length === 2);
    expect(taken).toBeGreaterThan(finished);
    expect(finished).toBeGreaterThan(0);
    expect(ownership.twice).toEqual([]);
  });

  it('take over at once from one that says goodbye, with a higher generation', async () => {
    const generations: number[] = [];
    const first = await member('a');
    await member('b', { assigned: (_, generation) => Promise.resolve(void generations.push(generation)) });
    await until(() => ownership.of('b').length === 2);
    for (const partition of ownership.of('a')) ownership.drop(partition);
    members.splice(members.indexOf(first), 1);
    const started = performance.now();
    await first.leave();
    await until(() => ownership.of('b').length === PARTITIONS);
    expect(performance.now() - started).toBeLessThan(SESSION_MILLISECONDS);
    expect(generations.length).toBeGreaterThan(1);
    expect([...generations].sort((left, right) => left - right)).toEqual(generations);
  });

  it('go on with what they have when the broker was killed and came back', async () => {
    await member('a');
    await member('b');
    await until(() => shares('a', 'b').every((share) => share === 2));
    await kafka.kill();
    await kafka.restart();
    await member('c');
    await until(() => ownership.owners.size === PARTITIONS && Math.min(...shares('a', 'b', 'c')) === 1, 90_000);
    expect(ownership.twice).toEqual([]);
    expect(failures).toEqual([]);
  }, 300_000);

  it('end with a failure where the listener fails', async () => {
    await member('a', { assigned: () => Promise.reject(new Error('cannot fold')) });
    await until(() => failures.length > 0);
    expect(failures[0]?.message).toBe('cannot fold');
  });

  it('are refused with a sentence where no broker answers', async () => {
    const [nobody = 0] = await freePorts(1);
    const lost = new GroupMembership({
      connection: { ...connection, brokers: [`127.0.0.1:${nobody}`] },
      groupId: 'nowhere',
      partitions: 1,
      onFailure: (error) => failures.push(error),
    });
    await expect(lost.join({ assigned: () => Promise.resolve(), revoked: () => Promise.resolve() })).rejects.toMatchObject({
      code: 'kafka.unreachable',
    });
  });
});
