import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { AccessModule, accessSettings, openAccess, type Access } from '@plumbline/access';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { decodeEvent, type DomainEvent } from '@plumbline/events';
import { CasesModule, openCaseReader } from '@plumbline/cases';
import { openEmbeddedLog, type EventLog, type LogRecord } from '@plumbline/event-log';
import { FixedClock } from '@plumbline/kernel';
import { Metrics, createLogger, readConfiguration } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlertBroadcast } from '../alerts/alert-stream';
import { DashboardsModule } from '../dashboards.module';
import type { QuarantinePort } from '../quarantine/quarantine.port';
import { limitBodies } from '../server/http-limits';
import { CaseProjector } from './case-projector';
import { NOW } from './rows';
import { openSpecificationStore } from '../../../test/support/specification-store';

/** Everything behind the dashboard, running: a real application over a real store and a real log. */
export interface SpecPlatform {
  readonly address: string;
  readonly store: AnalyticsStore;
  readonly access: Access;
  readonly feed: AlertBroadcast;
  readonly projector: CaseProjector;
  readonly lines: readonly string[];
  readonly appended: readonly DomainEvent[];
  /** Makes the log refuse, as a full disk does. */
  breakLog(broken: boolean): void;
  close(): Promise<void>;
}

const noQuarantine: QuarantinePort = {
  list: () => [],
  counts: () => [],
  show: () => {
    throw new Error('secret path /var/lib/plumbline/quarantine.db');
  },
  mend: () => undefined,
  preview: () => ({ events: [], problems: [] }),
  replay: () => Promise.resolve({ outcome: 'still-open', problems: [] }),
};

export async function startPlatform(
  options: { readonly production?: boolean; readonly quarantine?: QuarantinePort } = {},
): Promise<SpecPlatform> {
  const path = await mkdtemp(join(tmpdir(), 'plumbline-dashboards-'));
  const store = await openSpecificationStore(join(path, 'store'));
  await migrate(store);
  const appended: DomainEvent[] = [];
  let broken = false;
  const embedded = await openEmbeddedLog({ directory: join(path, 'log') });
  const log: EventLog = Object.assign(Object.create(embedded) as EventLog, {
    append: (records: readonly LogRecord[]) => {
      if (broken) return Promise.reject(new Error('ENOSPC /var/lib/plumbline/log'));
      appended.push(...records.map((record) => decodeEvent(record.bytes)));
      return embedded.append(records);
    },
  });
  const projector = new CaseProjector(embedded, store);
  const clock = new FixedClock(NOW);
  const lines: string[] = [];
  const logger = createLogger({ name: 'spec', level: 'info', destination: { write: (line) => void lines.push(line) } });
  const demonstration = { secret: new Uint8Array(32).fill(9), directorsDepartments: ['Psychiatry'] };
  const access = await openAccess({
    configuration: readConfiguration({}, accessSettings),
    log,
    clock,
    logger,
    zone: 'Europe/London',
    demonstration,
  });
  const feed = new AlertBroadcast();
  const dashboards = DashboardsModule.forRoot({
    ...{
      store,
      access,
      feed,
      clock,
      logger,
      progress: { behind: () => Promise.resolve(0), rebuilding: () => [] },
      zone: 'Europe/London',
      people: access.people,
      demonstration: true,
    },
    quarantine: options.quarantine ?? noQuarantine,
    metrics: new Metrics(),
    production: options.production ?? false,
  });
  const reader = openCaseReader(store);
  const cases = CasesModule.register({ log, reader, clock, waitForPosition: (position) => projector.catchUp(position) });
  const module = await Test.createTestingModule({ imports: [AccessModule.forRoot(access), cases, dashboards] }).compile();
  const application = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false } as never);
  limitBodies(application);
  await application.listen(0, '127.0.0.1');
  return {
    ...{ address: await application.getUrl(), store, access, feed, lines, appended, projector },
    breakLog: (value) => (broken = value),
    close: async () => {
      await application.close();
      await store.close();
      await embedded.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Signs one of the demonstration's people in and returns the cookie. */
export async function signIn(platform: SpecPlatform, person: string): Promise<string> {
  const passphrase = platform.access.people.find(({ id }) => id === person)?.passphrase;
  const answer = await fetch(`${platform.address}/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person, passphrase }),
  });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly codes: readonly string[];
}

/** Asks over HTTP as the browser does. */
export async function ask(platform: SpecPlatform, cookie: string, query: string, variables: object = {}): Promise<Answer> {
  const answer = await fetch(`${platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const text = await answer.text();
  const body = JSON.parse(text) as { data?: Record<string, unknown>; errors?: readonly { extensions: { code: string } }[] };
  return { status: answer.status, text, data: body.data ?? null, codes: (body.errors ?? []).map((error) => error.extensions.code) };
}

/** The answer's data; the request must have gone without an error. */
export async function read(
  platform: SpecPlatform,
  cookie: string,
  query: string,
  variables: object = {},
): Promise<Record<string, unknown>> {
  const answer = await ask(platform, cookie, query, variables);
  if (answer.codes.length > 0) throw new Error(answer.text);
  return answer.data as Record<string, unknown>;
}
