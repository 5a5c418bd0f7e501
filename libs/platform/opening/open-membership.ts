import type { EventLog } from '@plumbline/event-log';
import type { PartitionMembership } from '@plumbline/projecting';

/** Everything is ours. */
export function soleMember({ partitions }: Pick<EventLog, 'partitions'>): PartitionMembership {
  return {
    join: (listener) =>
      listener.assigned(
        Array.from({ length: partitions }, (_, partition) => partition),
        1,
      ),
    leave: () => Promise.resolve(),
  };
}
