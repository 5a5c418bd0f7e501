import type { PartitionListener, PartitionMembership } from '@plumbline/projecting';
import { standingBy, withLeader } from './leading';

/** A group in small: it hands partitions out as it is told. */
class SpecMembership implements PartitionMembership {
  listener: PartitionListener = standingBy;
  left = false;

  join(listener: PartitionListener): Promise<void> {
    this.listener = listener;
    return Promise.resolve();
  }

  leave(): Promise<void> {
    this.left = true;
    return Promise.resolve();
  }
}

describe('what one process of several does', () => {
  const done: string[] = [];
  const faults: unknown[] = [];
  const membership = new SpecMembership();
  let fails = false;
  const leadership = withLeader(
    membership,
    () => {
      if (fails) return Promise.reject(new Error('no'));
      done.push('began');
      return Promise.resolve(() => {
        done.push('ended');
        return Promise.resolve();
      });
    },
    (error) => faults.push(error),
  );

  it('is done by the owner of partition 0 and by nobody else, once for as long as it is the owner', async () => {
    await leadership.join(standingBy);
    await membership.listener.assigned([1, 2], 1);
    expect([leadership.leads(), ...done]).toEqual([false]);
    await membership.listener.assigned([0], 2);
    await membership.listener.assigned([1], 3);
    expect([leadership.leads(), ...done]).toEqual([true, 'began']);
    await membership.listener.revoked([1]);
    expect(done).toEqual(['began']);
    await membership.listener.revoked([0]);
    expect([leadership.leads(), ...done]).toEqual([false, 'began', 'ended']);
  });

  it('ends before the group is left', async () => {
    await membership.listener.assigned([0], 6);
    await leadership.leave();
    expect(done.slice(2)).toEqual(['began', 'ended']);
    expect(membership.left).toBe(true);
  });

  it('says where it cannot be started, and can be ended all the same', async () => {
    fails = true;
    await membership.listener.assigned([0], 7);
    await membership.listener.revoked([0]);
    expect(faults).toHaveLength(1);
  });
});
