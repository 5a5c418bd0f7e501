import { UnsecuredJWT } from 'jose';
import { ask, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { PSYCHIATRIST, SURGEON, alertRow, clinicianRow, insertRows } from '../spec-kit/rows';

let platform: SpecPlatform;
let manager: string;
let auditor: string;

beforeAll(async () => {
  platform = await startPlatform({ production: true });
  await insertRows(platform.store, 'clinicians', [clinicianRow(PSYCHIATRIST, 'Psychiatry'), clinicianRow(SURGEON, 'Surgery')]);
  await insertRows(platform.store, 'alert_states', [alertRow('C-AAAAAAAAAAAA')]);
  manager = await signIn(platform, 'risk-manager');
  auditor = await signIn(platform, 'auditor');
});

afterAll(() => platform.close());

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${platform.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: manager, ...headers },
    body,
  });

const ALERTS = '{ alerts { totalCount } }';

describe('A request without a session', () => {
  it.each([
    ['no token', {}],
    ['nonsense', { authorization: 'Bearer nonsense' }],
    ['an unsigned token', { authorization: `Bearer ${new UnsecuredJWT({ sub: 'robin', roles: ['risk-manager'] }).encode()}` }],
    ['basic authentication', { authorization: 'Basic cm9iaW46cm9iaW4=' }],
  ])('with %s is answered 401 and resolves nothing', async (_, headers) => {
    const answer = await post(JSON.stringify({ query: ALERTS }), { cookie: '', ...headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ errors: [{ message: expect.any(String) as unknown, extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('ends with the sign-out', async () => {
    const cookie = await signIn(platform, 'risk-manager');
    expect((await ask(platform, cookie, ALERTS)).status).toBe(200);
    await fetch(`${platform.address}/auth/sign-out`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    expect((await ask(platform, cookie, ALERTS)).status).toBe(401);
  });
});

describe('A form of request that a foreign page could send', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])('as %s is answered 400', async (type) => {
    expect((await post(JSON.stringify({ query: ALERTS }), { 'content-type': type })).status).toBe(400);
  });

  it('as a mutation by GET is answered 405', async () => {
    const query = encodeURIComponent('mutation { acknowledgeAlert(input: { alertId: "C-AAAAAAAAAAAA", basedOn: 1 }) { __typename } }');
    const answer = await fetch(`${platform.address}/graphql?query=${query}`, {
      headers: { cookie: manager, 'apollo-require-preflight': '1' },
    });
    expect(answer.status).toBe(405);
  });
});

describe('A request that asks for too much', () => {
  const nested = `{ alerts { nodes { clinician { id } evidence { occurredAt { at } } } } }`;
  const deep = '{ a: __typename alerts { nodes { ' + 'pattern { title } '.repeat(2) + '} } }';

  it('is none where it asks for what the dashboard does', async () => {
    expect((await ask(platform, manager, nested)).status).toBe(200);
    expect((await ask(platform, manager, deep)).status).toBe(200);
  });

  it.each([
    [
      'twelve levels',
      '{ clinician(id: "x") { ... on Clinician { alerts { edges { node { ... on Alert { surroundings { occurredAt { ...A } } } } } } } } } fragment A on EventTime { at ...B } fragment B on EventTime { ... on EventTime { ... on EventTime { ... on EventTime { at } } } }',
    ],
    ['a thousand aliases', `{ ${Array.from({ length: 1_000 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`],
    ['five thousand directives', `{ viewer { id ${'@include(if: true) '.repeat(5_000)} } }`],
    ['a circle of fragments', '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }'],
    [
      'nested pages of the default size',
      '{ clinicians(first: 1000) { nodes { id } } alerts(first: 1000) { nodes { evidence { details { name value } } } } }',
    ],
    ['introspection', '{ __schema { types { name } } }'],
    ['a field that does not exist', '{ viewer { nam } }'],
    ['a broken document', '{ viewer {'],
  ])('with %s is answered 400 before anything is resolved', async (_, query) => {
    const answer = await ask(platform, manager, query);
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
    expect(answer.text).not.toMatch(/Did you mean|name.*Viewer|\bstack\b/i);
  });

  it.each([1_000_001, 1_001, -1])('as a page of %d through a variable is answered 400', async (first) => {
    const answer = await ask(platform, manager, 'query ($first: Int) { alerts(first: $first) { nodes { id } } }', { first });
    expect(answer.status).toBe(400);
    expect(answer.data).toBeNull();
  });

  it.each([{}, { first: 'many' }, { first: null }])(
    'with the variables %j is answered 400 and told which variable it is',
    async (variables) => {
      const answer = await ask(platform, manager, 'query ($first: Int!) { alerts(first: $first) { nodes { id } } }', variables);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('The variable $first needs a value of the type Int!.');
      expect(answer.text).not.toContain('many');
    },
  );

  it('as a batch is answered 400, and with two megabytes 413', async () => {
    expect((await post(JSON.stringify([{ query: ALERTS }, { query: ALERTS }]))).status).toBe(400);
    expect((await post(JSON.stringify({ query: ALERTS, padding: 'x'.repeat(2_000_000) }))).status).toBe(413);
  });

  it('with hostile text in every place is answered within a second', async () => {
    const hostile = '\u0000\u202e<script>${jndi}'.repeat(5_000);
    const started = Date.now();
    for (const filter of [{ search: hostile }, { clinician: hostile }, { assignee: hostile }]) {
      expect(
        (await ask(platform, manager, 'query ($filter: AlertFilter) { alerts(filter: $filter) { totalCount } }', { filter })).data,
      ).toEqual({ alerts: { totalCount: 0 } });
    }
    expect(
      (await ask(platform, manager, 'query ($after: String) { alerts(after: $after) { totalCount } }', { after: hostile })).codes,
    ).toEqual(['BAD_USER_INPUT']);
    expect(Date.now() - started).toBeLessThan(2_000);
  });
});

describe('What goes wrong inside', () => {
  it('says only that it did, with an id that the log knows', async () => {
    const answer = await ask(platform, manager, '{ quarantinedRecord(id: "Q-1") { __typename } }');
    expect(answer.codes).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(answer.text).not.toMatch(/secret|quarantine\.db/);
    const id = /"id":"([0-9a-f-]{36})"/.exec(answer.text)?.[1] ?? 'none';
    expect(platform.lines.join()).toContain(id);
  });
});

describe('A role that does not reach', () => {
  it('is answered 403 for an auditor who acts', async () => {
    const answer = await ask(
      platform,
      auditor,
      'mutation { acknowledgeAlert(input: { alertId: "C-AAAAAAAAAAAA", basedOn: 1 }) { __typename } }',
    );
    expect([answer.status, answer.codes]).toEqual([403, ['FORBIDDEN']]);
    expect(platform.appended.filter(({ type }) => type.startsWith('cases.'))).toEqual([]);
  });

  it('is not got round by an alias or a fragment', async () => {
    const query = 'mutation { looksHarmless: replayQuarantined(id: "Q-1") { ...F } } fragment F on ReplayResult { __typename }';
    expect((await ask(platform, auditor, query)).status).toBe(403);
  });
});
