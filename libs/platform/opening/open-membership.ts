import { GroupMembership, type EventLog, type KafkaConnection } from '@plumbline/event-log';
import type { PartitionMembership } from '@plumbline/projecting';
import type { OutsideConfiguration } from '../configuration/outside';

export interface MembershipParts {
  readonly configuration: Pick<OutsideConfiguration, 'kafkaTopicPrefix'>;
  readonly connection: KafkaConnection;
  readonly log: Pick<EventLog, 'partitions'>;
  /** Who shares the partitions; other groups share them among themselves. */
  readonly group: 'projector' | 'alerts';
  /** The membership has ended for good; the process should too. */
  readonly onFault: (error: unknown) => void;
}

/** A place in a group of processes that share the log's partitions. Nobody is joined yet. */
export function openMembership({ configuration, connection, log, group, onFault }: MembershipParts): PartitionMembership {
  const groupId = `${configuration.kafkaTopicPrefix}.${group}`;
  return new GroupMembership({ connection, groupId, partitions: log.partitions, onFailure: onFault });
}
