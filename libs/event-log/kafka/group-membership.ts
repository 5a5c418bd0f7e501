import type { Logger } from '@plumbline/runtime';
import { setTimeout as pause } from 'node:timers/promises';
import type { KafkaConnection } from './connection';
import { GroupSession, type GroupTimes } from './group-session';
import { isTransient, kafkaProblem, protocolErrorOf } from './problems';

/** Hears which partitions are this process's. A call does not wait for the one before: what that began is given up where this one says otherwise. */
export interface GroupListener {
  /** All that are ours in this generation of the group: new ones, and those that stay. */
  assigned(partitions: readonly number[], generation: number): Promise<void>;
  /** No longer ours. They are given to somebody else once the promise is settled. */
  revoked(partitions: readonly number[]): Promise<void>;
}

export interface GroupOptions extends Partial<GroupTimes> {
  readonly connection: KafkaConnection;
  /** Members of one name share the partitions. */
  readonly groupId: string;
  readonly partitions: number;
  /** Called once when the membership has ended for a reason that does not pass; the process should end with a failure then. */
  readonly onFailure: (error: Error) => void;
}

const SESSION_MILLISECONDS = 10_000;
const REBALANCE_MILLISECONDS = 60_000;
const HEARTBEAT_MILLISECONDS = 1_000;
const PAUSE_MILLISECONDS = 250;
/** How long the first join waits for a broker before it is refused. */
const FIRST_JOIN_MILLISECONDS = 10_000;

const EXPELLED = new Set(['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'FENCED_INSTANCE_ID']);
const REBALANCE = 'REBALANCE_IN_PROGRESS';

/**
 * Shares partitions with the other members of a group through Kafka's group coordinator. A member keeps what it has when others come and go, and lets go of
 * a partition only when it is to move: the listener has then finished with it before anybody gets it. A member that was not heard of within its
 * session loses everything without being asked, so an owner has to be fenced by other means as well.
 */
export class GroupMembership {
  private readonly session: GroupSession;
  private readonly logger: Logger;
  private readonly sessionMilliseconds: number;
  private readonly leaving = new AbortController();
  private owned: readonly number[] = [];
  private listener: GroupListener | undefined;
  private running: Promise<void> | undefined;
  private joined = false;

  constructor(private readonly options: GroupOptions) {
    const {
      connection,
      groupId,
      partitions,
      sessionMilliseconds = SESSION_MILLISECONDS,
      rebalanceMilliseconds = REBALANCE_MILLISECONDS,
    } = options;
    this.session = new GroupSession(connection, groupId, partitions, { sessionMilliseconds, rebalanceMilliseconds });
    this.sessionMilliseconds = sessionMilliseconds;
    this.logger = connection.logger;
  }

  /** Resolves when the group has taken this member in. @throws ProblemError why it could not */
  join(listener: GroupListener): Promise<void> {
    this.listener = listener;
    return new Promise((resolve, reject) => {
      this.running = this.run(resolve).catch((error: unknown) => {
        const problem = kafkaProblem(error);
        if (this.joined) this.options.onFailure(problem);
        else reject(problem);
      });
    });
  }

  /** Says goodbye, so that the others need not wait for the session to run out. What is owned has been let go of before; the listener hears nothing any more. */
  async leave(): Promise<void> {
    this.leaving.abort();
    await this.session.disconnect();
    await this.running;
    try {
      await this.session.leave();
    } catch (error) {
      this.logger.warn({ code: kafkaProblem(error).code }, 'the group could not be told; it notices when the session has run out');
    }
    await this.session.disconnect();
  }

  private async run(onJoined: () => void): Promise<void> {
    while (!this.hasLeft()) {
      const assignment = await this.untilJoined();
      if (assignment === undefined) return;
      this.joined = true;
      onJoined();
      const lost = this.owned.filter((partition) => !assignment.partitions.includes(partition));
      this.owned = assignment.partitions;
      const letGo = lost.length > 0 ? this.tell((listener) => listener.revoked(lost)) : undefined;
      this.tell((listener) => listener.assigned(assignment.partitions, assignment.generation)).catch(this.fail);
      // What was let go of is given to somebody by the next round, which a join without it begins.
      await this.stay(letGo);
      await letGo;
    }
  }

  private readonly fail = (error: unknown): void => {
    if (this.hasLeft()) return;
    this.leaving.abort();
    this.options.onFailure(error as Error);
  };

  private async untilJoined() {
    const giveUpAt = performance.now() + FIRST_JOIN_MILLISECONDS;
    while (!this.hasLeft()) {
      try {
        return await this.session.join(this.owned);
      } catch (error) {
        if (this.hasLeft()) break;
        const said = protocolErrorOf(error);
        if (said !== undefined && EXPELLED.has(said)) await this.expelled();
        else if (said !== REBALANCE) await this.bearOrThrow(error, this.joined ? Number.POSITIVE_INFINITY : giveUpAt);
      }
    }
    return undefined;
  }

  /** Says that we are alive until the group changes, or until `letGo` is settled where we have something to let go of. */
  private async stay(letGo: Promise<void> | undefined): Promise<void> {
    const done = new AbortController();
    const finished = letGo
      ?.catch(() => undefined)
      .finally(() => {
        done.abort();
      });
    for (let heard = performance.now(); !this.hasLeft() && !done.signal.aborted;) {
      const wait = pause(HEARTBEAT_MILLISECONDS, undefined, { signal: this.leaving.signal }).catch(() => undefined);
      await (finished === undefined ? wait : Promise.race([wait, finished]));
      if (this.hasLeft()) return;
      try {
        await this.session.heartbeat();
        heard = performance.now();
      } catch (error) {
        if (this.hasLeft()) return;
        const said = protocolErrorOf(error);
        if (said === REBALANCE) {
          heard = performance.now();
          if (letGo === undefined) return;
        } else if ((said !== undefined && EXPELLED.has(said)) || performance.now() - heard > this.sessionMilliseconds) {
          await this.expelled();
          return;
        } else {
          await this.bearOrThrow(error, Number.POSITIVE_INFINITY);
        }
      }
    }
  }

  /** Others may have what was ours, so everything is let go of. */
  private async expelled(): Promise<void> {
    this.session.forget();
    const { owned } = this;
    this.owned = [];
    if (owned.length === 0) return;
    this.logger.warn({ partitions: owned.length }, 'the group went on without this member; it joins again');
    await this.tell((listener) => listener.revoked(owned));
  }

  private async bearOrThrow(error: unknown, giveUpAt: number): Promise<void> {
    if (!isTransient(error) || performance.now() >= giveUpAt) throw error;
    this.logger.debug({ code: kafkaProblem(error).code }, 'the coordinator of the group does not answer; asking again');
    await this.session.disconnect();
    await pause(PAUSE_MILLISECONDS, undefined, { signal: this.leaving.signal }).catch(() => undefined);
  }

  private async tell(call: (listener: GroupListener) => Promise<void>): Promise<void> {
    if (!this.hasLeft() && this.listener !== undefined) await call(this.listener);
  }

  private hasLeft(): boolean {
    return this.leaving.signal.aborted;
  }
}
