import { kafkaClient } from '@plumbline/event-log';
import { createLogger } from '@plumbline/runtime';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithKafka } from '../../../infra/local/kafka';
import { Program, startLocalPlatform, type LocalPlatform } from '../../../infra/local/platform';
import { plumbline } from '../../support/command-line';
import { DashboardClient } from './dashboard-client';

const MINUTES = 60_000;
const SOURCE_TOKEN = 'token-of-the-messenger-0123456789';
const RESULT = '{ __typename ... on AlertChanged { alert { caseVersion state } } ... on CaseConflict { version alert { state } } }';
const ALERTS = '{ alerts(first: 50, filter: { states: [NEW] }) { nodes { id caseVersion } } }';

interface Alerts {
  readonly alerts: { readonly nodes: readonly { readonly id: string; readonly caseVersion: number }[] };
}

describeWithKafka('the platform as separate processes', () => {
  let place: string;
  let platform: LocalPlatform;
  let secondApi: Program;
  let here: DashboardClient;
  let there: DashboardClient;

  beforeAll(async () => {
    place = await mkdtemp(join(tmpdir(), 'plumbline-distributed-'));
    const sources = join(place, 'sources.yaml');
    await writeFile(sources, `- { name: messenger, zone: Europe/London, token: ${SOURCE_TOKEN}, topic: true }\n`);
    await plumbline({}, 'simulate', '--seed', '7', '--clinicians', '8', '--days', '60', '--out', place);
    platform = await startLocalPlatform({ directory: join(place, 'many'), projectors: 2, environment: { PLUMBLINE_SOURCES: sources } });
    secondApi = await (await Program.on('api', platform.environment)).start();
    await plumbline(platform.environment, 'import', join(place, 'hospital'), '--source', 'simulated-hospital');
    here = await DashboardClient.signIn(platform.api, 'risk-manager');
    there = await DashboardClient.signIn(secondApi, 'risk-manager');
  }, 5 * MINUTES);
  afterEach(() => {
    for (const program of [platform.ingest, ...platform.projectors, platform.api, platform.alerts, secondApi]) {
      const { name, exitCode = 0, said } = program;
      if (exitCode !== 0) throw new Error(`${name} ended with ${String(exitCode)}; it printed:\n${said}`);
    }
  });
  afterAll(async () => {
    await secondApi.stop();
    await platform.stop();
    await rm(place, { recursive: true, force: true });
  }, MINUTES);

  it('lets one of two conflicting commands win that were given to two apis, and tells the other person', async () => {
    const { nodes } = (await here.ask<Alerts>(ALERTS)).alerts;
    expect(nodes.length).toBeGreaterThan(1);
    for (const { id: alertId, caseVersion: basedOn } of nodes.slice(0, 5)) {
      const acknowledge = `mutation ($input: AcknowledgeAlertInput!) { done: acknowledgeAlert(input: $input) ${RESULT} }`;
      const snooze = `mutation ($input: CommentOnAlertInput!) { done: commentOnAlert(input: $input) ${RESULT} }`;
      const answers = await Promise.all([
        here.ask<{ done: { __typename: string } }>(acknowledge, { input: { alertId, basedOn } }),
        there.ask<{ done: { __typename: string } }>(snooze, { input: { alertId, basedOn, comment: 'Looking at it.' } }),
      ]);
      expect(answers.map(({ done }) => done.__typename).toSorted()).toEqual(['AlertChanged', 'CaseConflict']);
      expect(answers.map(({ done }) => done)).toContainEqual(expect.objectContaining({ __typename: 'CaseConflict', version: basedOn + 1 }));
    }
  });

  it('shows and mends in the dashboard what ingest keeps in quarantine', async () => {
    const event = {
      ...{ specversion: '1.0', id: 'q-1', source: 'messenger', type: 'messaging.message-sent', time: '2026-10-03T21:04:00Z' },
      data: { clinician: 'dr-1', patient: 'pat-1', direction: 'inbound', channel: 'no such channel', urgency: 'routine', redirect: false },
    };
    const sent = await fetch(`${platform.ingest.address}/ingest/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${SOURCE_TOKEN}` },
      body: JSON.stringify(event),
    });
    expect(await sent.json()).toMatchObject({ quarantined: 1 });
    const { quarantine } = await here.ask<{ quarantine: { nodes: readonly { id: string }[] } }>('{ quarantine { nodes { id source } } }');
    expect(quarantine.nodes).toEqual([expect.objectContaining({ source: 'messenger' })]);
    const mended = JSON.stringify({ ...event, data: { ...event.data, channel: 'portal' } });
    const replayed = await there.ask(
      'mutation ($id: ID!, $mended: String) { replayQuarantined(id: $id, mended: $mended) { __typename ... on QuarantineReplayed { events } } }',
      { id: quarantine.nodes[0]!.id, mended },
    );
    expect(replayed).toEqual({ replayQuarantined: { __typename: 'QuarantineReplayed', events: 1 } });
  });

  it(
    'answers the command line beside ingest',
    async () => {
      expect(await plumbline(platform.environment, 'verify')).toMatchObject({ sound: true });
      const file = join(place, 'findings.csv');
      const { rows } = await plumbline(platform.environment, 'export', 'findings', '--out', file);
      expect(rows).toBeGreaterThan(0);
      expect((await readFile(file, 'utf8')).split('\n')[0]).toContain('finding_id');
      expect(await plumbline(platform.environment, 'replay')).toMatchObject({ equal: true });
    },
    5 * MINUTES,
  );

  it(
    'takes events from the topic of a source',
    async () => {
      const event = (number: number) => ({
        ...{
          specversion: '1.0',
          id: `t-${String(number)}`,
          source: 'messenger',
          type: 'messaging.message-sent',
          time: '2026-10-03T21:04:00Z',
        },
        data: { clinician: 'dr-1', patient: 'pat-1', direction: 'inbound', channel: 'portal', urgency: 'routine', redirect: false },
      });
      const logger = createLogger({ name: 'test', level: 'silent' });
      const producer = kafkaClient({ brokers: platform.kafka.brokers, logger }).producer();
      await producer.connect();
      const messages = [1, 2, 3].map((number) => ({
        key: 'dr-1',
        value: JSON.stringify(event(number)),
        headers: { 'content-type': 'application/cloudevents+json' },
      }));
      await producer.send({ topic: 'plumbline.source.messenger', messages });
      await producer.disconnect();
      let taken = 0;
      for (const deadline = Date.now() + MINUTES; taken < 3 && Date.now() < deadline;) {
        const { sources } = await here.ask<{ sources: readonly { source: string; events: number }[] }>('{ sources { source events } }');
        taken = (sources.find(({ source }) => source === 'messenger')?.events ?? 0) - 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      expect(taken).toBe(3);
    },
    2 * MINUTES,
  );

  it.each<[string, Record<string, string>, RegExp]>([
    ['no broker answers', { PLUMBLINE_KAFKA_BROKERS: '127.0.0.1:9' }, /No broker of Kafka answers\. Start Kafka/],
    ['the log has another number of partitions', { PLUMBLINE_PARTITIONS: '7' }, /has 4 partitions and 7 are configured/],
    ['ClickHouse refuses the password', { PLUMBLINE_CLICKHOUSE_PASSWORD: 'wrong password' }, /plumbline: /],
    ['ClickHouse is not there', { PLUMBLINE_CLICKHOUSE_URL: 'http://127.0.0.1:9' }, /plumbline: /],
  ])(
    'does not start where %s, says so in a sentence, and never listens',
    async (_, changes, sentence) => {
      const api = await Program.on('api', platform.environment);
      api.launch(changes);
      let listened = false;
      const watch = setInterval(() => {
        fetch(`${api.address}/health/live`).then(
          () => (listened = true),
          () => undefined,
        );
      }, 20);
      expect(await api.ended()).toBe(1);
      clearInterval(watch);
      expect(api.said).toMatch(sentence);
      expect(api.said).not.toMatch(/\n\s+at /);
      expect(listened).toBe(false);
    },
    2 * MINUTES,
  );

  it(
    'lets one ingest have the state directory',
    async () => {
      const second = await Program.on('ingest', platform.environment);
      second.launch();
      expect(await second.ended()).toBe(1);
      expect(second.said).toMatch(/plumbline: .*directory/);
    },
    MINUTES,
  );

  it('ends each process in order when it is asked to', async () => {
    for (const program of [secondApi, platform.alerts, platform.api, ...platform.projectors, platform.ingest]) {
      expect([program.name, await program.stop()]).toEqual([program.name, 0]);
    }
  });
});
