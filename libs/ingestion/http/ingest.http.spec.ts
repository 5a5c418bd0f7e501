import 'reflect-metadata';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ProblemError } from '@plumbline/kernel';
import { openDoor, type Door } from '../spec/bench';
import { IngestionModule } from './ingestion.module';
import { SourceTokens } from './source-tokens';

const TOKEN = 'ehr-token-0123456789abcdef';
let door: Door;
let application: INestApplication;
let address: string;

beforeEach(async () => {
  door = await openDoor();
  const requireOperator = (headers: { authorization?: string | undefined }): Promise<void> =>
    headers.authorization === 'Bearer operator'
      ? Promise.resolve()
      : Promise.reject(new ProblemError({ code: 'access.not-permitted', reason: 'Not you.', remedy: 'Sign in.' }));
  const module = await Test.createTestingModule({
    imports: [
      IngestionModule.register({
        ingestion: door.ingestion,
        tokens: new SourceTokens({ [SourceTokens.hashOf(TOKEN)]: 'ehr' }),
        requireOperator,
      }),
    ],
  }).compile();
  application = module.createNestApplication();
  application.useLogger(false);
  await application.listen(0, '127.0.0.1');
  address = await application.getUrl();
});
afterEach(async () => {
  await application.close();
  await door.close();
});

const data = { clinician: 'dr-1', patient: 'pat-1', direction: 'inbound', channel: 'portal', urgency: 'routine', redirect: false };
const event = (id: string) => ({
  specversion: '1.0',
  id,
  source: 'ehr',
  type: 'messaging.message-sent',
  time: '2026-10-03T21:04:00Z',
  data,
});
const post = (path: string, type: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${address}/ingest/${path}`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Bearer ${TOKEN}`, ...headers },
    body,
  });

it.each([
  ['one in structured mode', 'application/cloudevents+json', JSON.stringify(event('1')), 1],
  ['a batch', 'application/cloudevents-batch+json', JSON.stringify([event('1'), event('2')]), 2],
  ['one a line', 'application/x-ndjson; charset=utf-8', `${JSON.stringify(event('1'))}\n${JSON.stringify(event('2'))}\n`, 2],
])('takes events: %s', async (_, type, body, accepted) => {
  const response = await post('events', type, body);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ accepted, quarantined: 0 });
  expect(door.log.events()).toHaveLength(accepted);
});

it('takes an event in binary mode, as the same one that structured mode brings', async () => {
  const attributes = {
    'ce-specversion': '1.0',
    'ce-id': '1',
    'ce-source': 'ehr',
    'ce-type': 'messaging.message-sent',
    'ce-time': '2026-10-03T21:04:00Z',
  };
  expect(await (await post('events', 'application/json', `\n  ${JSON.stringify(data)}\n`, attributes)).json()).toMatchObject({
    accepted: 1,
  });
  const structured = await post('events', 'application/cloudevents+json', JSON.stringify(event('1')));
  expect(await structured.json()).toMatchObject({ repeated: 1 });
});

it('takes FHIR and tables', async () => {
  const organisation = { resourceType: 'Organization', id: 'o1' };
  expect(await (await post('fhir', 'application/fhir+json', JSON.stringify(organisation))).json()).toMatchObject({ context: 1 });
  const table = 'clinician,patient,started,formally_evaluated\ndr-1,pat-1,2026-01-01,yes\n';
  expect(await (await post('csv?mapping=care', 'text/csv', table)).json()).toMatchObject({ accepted: 1 });
});

it.each([
  ['without a token', 401, 'events', 'application/x-ndjson', { authorization: '' }],
  ['with a wrong token', 401, 'fhir', 'application/fhir+json', { authorization: 'Bearer no' }],
  ['with another media type', 415, 'events', 'text/plain', {}],
  ['with a mapping that nobody loaded', 400, 'csv?mapping=none', 'text/csv', {}],
])('refuses a request %s', async (_, status, path, type, headers) => {
  const response = await post(path, type, 'x', headers);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

it('lets operators mend and replay, and nobody else look', async () => {
  await post('events', 'application/cloudevents+json', '{"specversion":');
  const asked = (path: string, method: string, authorization: string, body?: string) =>
    fetch(`${address}/ingest/quarantine${path}`, {
      method,
      headers: { authorization, 'content-type': 'text/plain' },
      ...(body === undefined ? {} : { body }),
    });
  expect((await asked('', 'GET', `Bearer ${TOKEN}`)).status).toBe(403);
  const [entry] = (await (await asked('', 'GET', 'Bearer operator')).json()) as { id: string; code: string }[];
  expect(entry).toMatchObject({ code: 'input.not-json' });
  expect(await (await asked(`/${entry!.id}`, 'GET', 'Bearer operator')).json()).toMatchObject({ original: '{"specversion":' });
  expect((await asked(`/${entry!.id}/mended`, 'PUT', 'Bearer operator', JSON.stringify(event('1')))).status).toBe(200);
  expect(await (await asked(`/${entry!.id}/replay`, 'POST', 'Bearer operator')).json()).toMatchObject({ outcome: 'replayed' });
  expect((await asked('/Q-00009999', 'GET', 'Bearer operator')).status).toBe(404);
  expect(door.log.events()).toHaveLength(1);
});
