import { migrate } from '@plumbline/analytics-store';
import { GroupMembership } from '@plumbline/event-log';
import type { PartitionMembership, Projector } from '@plumbline/projecting';
import { createLogger } from '@plumbline/runtime';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describeWithKafka, startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import { wardRecords } from '../../projecting/hospital';
import { digestsOf, openGround, openWard, removeDirectory, settle, temporaryDirectory, type Ground } from '../../projecting/platform';
import { NO_DIFFERENCE, differences } from '../log-and-table';
import { seeded } from '../log/child';

const REBALANCES = Number(process.env['PLUMBLINE_REBALANCES'] ?? '5');
const MOST_MEMBERS = 4;
const BATCH = 40;
const MOST_BEHIND = 2_000;
const MINUTES = 60_000;

describeWithKafka('projectors of one group', () => {
  let directory: string;
  let kafka: LocalKafka;
  let ground: Ground;
  let projectors: Projector[];
  let generation: number;
  let failures: unknown[];

  beforeAll(async () => {
    directory = temporaryDirectory('rebalancing');
    kafka = await startLocalKafka({ directory: join(directory, 'kafka') });
    ground = await openGround(directory);
    [projectors, generation, failures] = [[], 0, []];
  }, 5 * MINUTES);
  afterAll(async () => {
    await Promise.all(projectors.map((projector) => projector.close()));
    await ground.close();
    await kafka.stop();
    removeDirectory(directory);
  }, 2 * MINUTES);

  /** A place in the group, which also tells how often the group has shared the partitions anew. */
  function membership(): PartitionMembership {
    const group = new GroupMembership({
      ...{ connection: { brokers: kafka.brokers, logger: createLogger({ name: 'spec', level: 'silent' }) }, groupId: 'ward' },
      ...{ partitions: ground.log.partitions, onFailure: (error: Error) => failures.push(error) },
    });
    return {
      leave: () => group.leave(),
      join: (listener) =>
        group.join({
          revoked: (partitions) => listener.revoked(partitions),
          assigned(partitions, newest) {
            generation = Math.max(generation, newest);
            return listener.assigned(partitions, newest);
          },
        }),
    };
  }

  const joins = async (): Promise<void> => {
    const limits = { events: 200, bytes: 8 << 20 };
    projectors.push(
      await openWard(ground, { membership: membership(), limits, listeners: { onFailure: (error) => failures.push(error) } }),
    );
  };

  /** Events that nobody has read yet; a partition is where its owner says. */
  async function behind(): Promise<number> {
    const ends = await ground.log.ends();
    const reached = new Map(projectors.flatMap((projector) => [...projector.positions()]));
    return ends.reduce((sum, end, partition) => sum + end - (reached.get(partition) ?? 0), 0);
  }

  it(
    `lose, double and overlook nothing over ${String(REBALANCES)} rebalances`,
    async () => {
      const random = seeded(20_261_125);
      let appended = 0;
      const enough = new AbortController();
      const coming = (async () => {
        while (!enough.signal.aborted) {
          await setTimeout(15);
          if ((await behind()) > MOST_BEHIND) continue;
          await ground.log.append(wardRecords(appended, appended + BATCH));
          appended += BATCH;
        }
      })();
      await joins();
      while (generation < REBALANCES) {
        const before = generation;
        if (projectors.length < 2 || (projectors.length < MOST_MEMBERS && random() < 0.5)) await joins();
        else await projectors.splice(Math.floor(random() * projectors.length), 1)[0]?.close();
        while (generation === before) await setTimeout(20);
        await setTimeout(random() * 300);
      }
      enough.abort();
      await coming;
      for (const late = Date.now() + MINUTES; (await behind()) > 0 && Date.now() < late;) await setTimeout(100);
      const acknowledged = Array.from({ length: appended }, (_, index) => `event-${String(index)}`);
      expect(await differences(acknowledged, ground)).toEqual(NO_DIFFERENCE);
      expect(failures).toEqual([]);
      const clean = ground.store.inDatabase('clean_pass');
      await migrate(clean);
      const alone = await openWard(ground, { store: clean, directory: join(directory, 'alone') });
      await settle(ground, alone);
      await alone.close();
      expect(await digestsOf(ground.store)).toEqual(await digestsOf(clean));
      if (REBALANCES > 20) process.stdout.write(`${String(generation)} rebalances, ${String(appended)} records, nothing found\n`);
    },
    3 * MINUTES + REBALANCES * 10_000,
  );
});
