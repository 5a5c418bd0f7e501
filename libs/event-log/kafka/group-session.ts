import { clusterOf, type Broker, type Cluster } from './cluster';
import { kafkaClient, type KafkaConnection } from './connection';
import { sharePartitions, type GroupMember } from './share-partitions';
import { Sockets } from './sockets';

export interface GroupTimes {
  /** A member that was not heard of for so long is gone. */
  readonly sessionMilliseconds: number;
  /** How long the group waits for members that are letting go of partitions. */
  readonly rebalanceMilliseconds: number;
}

export interface Assignment {
  /** Grows with every change of the group. */
  readonly generation: number;
  readonly partitions: readonly number[];
}

/** Our own kind of group, as Kafka Connect has its own: partitions are shared, and no offsets are kept and no topics subscribed. */
const PROTOCOL_TYPE = 'plumbline';
const PROTOCOL = 'kept-partitions-stay';

const encode = (partitions: readonly number[]): Buffer => Buffer.from(JSON.stringify(partitions));
const decode = (bytes: Buffer): readonly number[] => (bytes.length === 0 ? [] : (JSON.parse(bytes.toString('utf8')) as readonly number[]));

/** The requests of one member to the coordinator of its group, over a connection of its own. Every request fails as kafkajs says. */
export class GroupSession {
  private cluster: Cluster | undefined;
  private found: Broker | undefined;
  private readonly sockets = new Sockets();
  private memberId = '';
  private generation = -1;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly groupId: string,
    private readonly partitions: number,
    private readonly times: GroupTimes,
  ) {}

  /** Resolves when every member has said what it works on, and the leader among them what each gets. */
  async join(owned: readonly number[]): Promise<Assignment> {
    const coordinator = await this.coordinator();
    const { groupId } = this;
    const joined = await coordinator.joinGroup({
      groupId,
      memberId: this.memberId,
      sessionTimeout: this.times.sessionMilliseconds,
      rebalanceTimeout: this.times.rebalanceMilliseconds,
      protocolType: PROTOCOL_TYPE,
      groupProtocols: [{ name: PROTOCOL, metadata: encode(owned) }],
    });
    this.memberId = joined.memberId;
    this.generation = joined.generationId;
    const members = joined.members.map(({ memberId, memberMetadata }): GroupMember => ({ id: memberId, owned: decode(memberMetadata) }));
    const { memberAssignment } = await coordinator.syncGroup({
      groupId,
      memberId: this.memberId,
      generationId: this.generation,
      groupAssignment:
        joined.leaderId === joined.memberId
          ? [...sharePartitions(this.partitions, members)].map(([memberId, share]) => ({ memberId, memberAssignment: encode(share) }))
          : [],
    });
    return { generation: this.generation, partitions: decode(memberAssignment) };
  }

  async heartbeat(): Promise<void> {
    const { groupId, memberId, generation } = this;
    await (await this.coordinator()).heartbeat({ groupId, memberId, groupGenerationId: generation });
  }

  async leave(): Promise<void> {
    const { groupId, memberId } = this;
    if (memberId !== '') await (await this.coordinator()).leaveGroup({ groupId, memberId });
  }

  /** The group no longer knows this member: the next join is that of a new one. */
  forget(): void {
    this.memberId = '';
  }

  async disconnect(): Promise<void> {
    const { cluster } = this;
    this.cluster = undefined;
    this.found = undefined;
    this.sockets.destroy();
    await cluster?.disconnect();
  }

  private async coordinator(): Promise<Broker> {
    if (this.found !== undefined) return this.found;
    if (this.cluster === undefined) {
      this.cluster = clusterOf(kafkaClient(this.connection, { attempts: 1, sockets: this.sockets }));
      await this.cluster.connect();
      await this.cluster.refreshMetadata();
    }
    this.found = await this.cluster.findGroupCoordinator({ groupId: this.groupId });
    return this.found;
  }
}
