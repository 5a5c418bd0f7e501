import { GroupMembership, type KafkaConnection } from '@plumbline/event-log';
import type { PartitionMembership } from '@plumbline/projecting';
import type { OutsideConfiguration } from '../configuration/outside';

export interface MembershipParts {
  readonly configuration: Pick<OutsideConfiguration, 'kafkaTopicPrefix'>;
  readonly connection: KafkaConnection;
  /** How many there are to share: those of the log, or one where there is one place only. */
  readonly partitions: number;
  /** Who shares the partitions; other groups share them among themselves. */
  readonly group: 'ingest' | 'projector' | 'alerts';
  /** The membership has ended for good; the process should too. */
  readonly onFault: (error: unknown) => void;
}

/** A place in a group of processes that share the log's partitions. Nobody is joined yet. */
export function openMembership({ configuration, connection, partitions, group, onFault }: MembershipParts): PartitionMembership {
  const groupId = `${configuration.kafkaTopicPrefix}.${group}`;
  return new GroupMembership({ connection, groupId, partitions, onFailure: onFault });
}
