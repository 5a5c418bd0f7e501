import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { decodeEvent } from '@plumbline/events';
import type { EventLog, LogRecord } from '@plumbline/event-log';
import { FixedClock, MINUTE } from '@plumbline/kernel';
import { createLogger, readConfiguration } from '@plumbline/runtime';
import { request as httpRequest } from 'node:http';
import { AccessModule, openAccess, type Access } from '../access.module';
import { accessSettings } from '../access.settings';

const clock = new FixedClock(Date.parse('2026-03-04T09:00:00Z'));
const appended: LogRecord[] = [];
/** Takes records and does nothing else; the real log has specifications of its own. */
const log = {
  append: (records: readonly LogRecord[]) => {
    appended.push(...records);
    return Promise.resolve(records.map((_, position) => ({ partition: 0, position })));
  },
} as unknown as EventLog;

let application: INestApplication;
let address: string;
let access: Access;
const lines: string[] = [];

beforeAll(async () => {
  access = await openAccess({
    configuration: readConfiguration({}, accessSettings),
    log,
    clock,
    logger: createLogger({ name: 'test', level: 'info', destination: { write: (line) => void lines.push(line) } }),
    zone: 'Europe/London',
    demonstration: { secret: new Uint8Array(32).fill(7), directorsDepartments: ['Psychiatry'] },
  });
  const module = await Test.createTestingModule({ imports: [AccessModule.forRoot(access)] }).compile();
  application = module.createNestApplication();
  application.useLogger(false);
  await application.listen(0, '127.0.0.1');
  address = await application.getUrl();
});

afterAll(() => application.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

const passphraseOf = (id: string): string => access.people.find((person) => person.id === id)!.passphrase;

describe('The local sign-in', () => {
  it('gives a session in a cookie that no script reads and no other site sends', async () => {
    const answer = await post('/auth/sign-in', { person: 'auditor', passphrase: passphraseOf('auditor') });
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^plumbline=[^;]+;.*HttpOnly/);
    expect(cookie).toContain('SameSite=Strict');
    expect(await answer.text()).not.toContain('eyJ');
    const viewer = await access.authenticator.authenticate({ cookie: cookie.split(';')[0] });
    expect(viewer).toMatchObject({ id: 'auditor', roles: ['auditor'], departments: 'all' });
  });

  it('gives the medical director the departments that are hers', async () => {
    const answer = await post('/auth/sign-in', { person: 'medical-director', passphrase: passphraseOf('medical-director') });
    const viewer = await access.authenticator.authenticate({ cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] });
    expect(viewer.departments).toEqual(['Psychiatry']);
  });

  it('ends the session at sign-out, at once', async () => {
    const answer = await post('/auth/sign-in', { person: 'auditor', passphrase: passphraseOf('auditor') });
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await post('/auth/sign-out', {}, { cookie })).status).toBe(200);
    await expect(access.authenticator.authenticate({ cookie })).rejects.toThrow('access.not-authenticated');
  });

  it('shows whom it knows, without their passphrases', async () => {
    const text = await (await fetch(`${address}/auth/ways`)).text();
    expect(text).toContain('risk-manager');
    for (const person of access.people) expect(text).not.toContain(person.passphrase);
  });

  it('refuses a page of another site, a form, and a name that was bent to this machine', async () => {
    const body = { person: 'auditor', passphrase: passphraseOf('auditor') };
    expect((await post('/auth/sign-in', body, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await post('/auth/sign-in', body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await statusUnderHost('evil.example')).toBe(403);
  });

  it.each([
    [null],
    [[]],
    [{ person: 'auditor' }],
    [{ person: { $ne: 1 }, passphrase: ['x'] }],
    [{ person: 'x'.repeat(1_000), passphrase: 'x' }],
  ])('answers 400 to %j', async (body) => {
    expect((await post('/auth/sign-in', body)).status).toBe(400);
  });

  it('closes after five wrong attempts, says so in the log, and opens again after a quarter of an hour', async () => {
    const wrong = { person: 'risk-manager', passphrase: 'guess' };
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await post('/auth/sign-in', wrong)).status).toBe(401);
    const right = { person: 'risk-manager', passphrase: passphraseOf('risk-manager') };
    const closed = await post('/auth/sign-in', right);
    expect(closed.status).toBe(429);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
    const events = appended.map((record) => decodeEvent(record.bytes)).filter((event) => event.type === 'access.sign-in-blocked');
    expect(events.map((event) => event.data)).toEqual([{ person: 'risk-manager', attempts: 5 }]);
    clock.advance(15 * MINUTE);
    expect((await post('/auth/sign-in', right)).status).toBe(200);
    expect(lines.join()).not.toContain('guess');
  });
});

/** `fetch` sets the host itself, so this one is made by hand. */
async function statusUnderHost(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      `${address}/auth/sign-in`,
      { method: 'POST', headers: { host, 'content-type': 'application/json' } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    request.on('error', reject);
    request.end('{}');
  });
}
