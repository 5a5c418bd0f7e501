import type { Kafka } from 'kafkajs';

/*
 * What kafkajs has below its producer, consumer and admin. Its consumer reads only as a member of a group and goes where the group's
 * offsets say, and its member lets go of everything at every change without asking; both are built here on the requests themselves.
 * The version of kafkajs is pinned, and the specifications of the log and of the membership fail with one that differs in this.
 */

export interface FetchedMessage {
  readonly offset: string;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Readonly<Record<string, unknown>>;
  findBroker(which: { readonly nodeId: string }): Promise<Broker>;
  findGroupCoordinator(which: { readonly groupId: string }): Promise<Broker>;
  refreshMetadata(): Promise<void>;
}

export interface Broker {
  fetch(request: object): Promise<{
    readonly responses: readonly {
      readonly partitions: readonly { readonly highWatermark: string; readonly messages: readonly FetchedMessage[] }[];
    }[];
  }>;
  joinGroup(request: object): Promise<{
    readonly generationId: number;
    readonly leaderId: string;
    readonly memberId: string;
    /** Filled for the leader only. */
    readonly members: readonly { readonly memberId: string; readonly memberMetadata: Buffer }[];
  }>;
  syncGroup(request: object): Promise<{ readonly memberAssignment: Buffer }>;
  heartbeat(request: object): Promise<unknown>;
  leaveGroup(request: object): Promise<unknown>;
}

const CREATE_CLUSTER = 'private:Kafka:createCluster';

/** The connections of a client to its brokers, not yet made. */
export function clusterOf(kafka: Kafka): Cluster {
  const name = Object.getOwnPropertySymbols(kafka).find(({ description }) => description === CREATE_CLUSTER);
  const create = name === undefined ? undefined : (kafka as unknown as Record<symbol, ((options: object) => Cluster) | undefined>)[name];
  if (create === undefined) throw new Error('this version of kafkajs does not have what the log reads with');
  return create({ allowAutoTopicCreation: false });
}
