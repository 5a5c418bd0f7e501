import { createLogger, Lifecycle } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describeWithKafka, startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import { onlyIngest } from './only-ingest';
import { openMembership } from './open-membership';

const ALONE_WITHIN = 1_500;

describeWithKafka('the ingest of a log', () => {
  const logger = createLogger({ name: 'spec', level: 'silent' });
  let directory: string;
  let kafka: LocalKafka;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'plumbline-only-ingest-'));
    kafka = await startLocalKafka({ directory });
  }, 240_000);
  afterAll(async () => {
    await kafka.stop();
    await rm(directory, { recursive: true, force: true });
  });

  function begin(): Lifecycle {
    const lifecycle = new Lifecycle(logger);
    const membership = openMembership({
      configuration: { kafkaTopicPrefix: 'plumbline' },
      connection: { brokers: kafka.brokers, logger },
      partitions: 1,
      group: 'ingest',
      onFault: (error) => {
        lifecycle.fail('group of ingest', error);
      },
    });
    onlyIngest(membership, { lifecycle }, ALONE_WITHIN);
    return lifecycle;
  }

  it('is alone: a second one ends and says why, and the first goes on', async () => {
    const first = begin();
    await setTimeout(ALONE_WITHIN / 2);
    const second = begin();
    await expect(second.failed).rejects.toMatchObject({ code: 'ingest.another-runs' });
    await second.stop();
    expect(await Promise.race([first.failed, setTimeout(ALONE_WITHIN, 'goes on')])).toBe('goes on');
    await first.stop();
  }, 30_000);

  it('may follow another that has ended', async () => {
    const before = begin();
    await setTimeout(ALONE_WITHIN);
    await before.stop();
    const next = begin();
    expect(await Promise.race([next.failed, setTimeout(2 * ALONE_WITHIN, 'goes on')])).toBe('goes on');
    await next.stop();
  }, 30_000);
});
