import { ask, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { OTHER_PATIENT, PSYCHIATRIST, SURGEON, alertRow, clinicianRow, eventRow, findingRow, insertRows, PATIENT } from '../spec-kit/rows';

let platform: SpecPlatform;
let manager: string;
let director: string;

beforeAll(async () => {
  platform = await startPlatform();
  await insertRows(platform.store, 'clinicians', [clinicianRow(PSYCHIATRIST, 'Psychiatry'), clinicianRow(SURGEON, 'Surgery')]);
  await insertRows(platform.store, 'events', [
    eventRow(
      'messaging.message-sent',
      '2026-03-03T22:41:00Z',
      { patient: PATIENT, direction: 'outbound', channel: 'personal-text' },
      { id: 'm1', record_id: 'm1' },
    ),
    eventRow(
      'messaging.message-sent',
      '2026-03-28T23:10:00Z',
      { patient: PATIENT, direction: 'outbound', channel: 'personal-text' },
      { id: 'm2', record_id: 'm2' },
    ),
    eventRow(
      'gifts.declared',
      '2026-03-10T00:00:00Z',
      { patient: PATIENT, kind: 'token', value: { minor: 5_000, currency: 'GBP' } },
      { time_precision: 'day', recorded_at: Date.parse('2026-03-29T10:00:00Z') },
    ),
  ]);
  await insertRows(platform.store, 'finding_revisions', [
    findingRow('finding-1', { evidence: ['ward\u0000m1', 'ward\u0000m2'] }),
    findingRow('finding-2', { clinician: SURGEON, department: 'Surgery', patient: '' }),
  ]);
  await insertRows(platform.store, 'alert_states', [
    alertRow('C-AAAAAAAAAAAA'),
    alertRow('C-AAAAAAAAAAAA', {
      sequence: 2,
      state: 'acknowledged',
      case_version: 2,
      respond_by: null,
      state_known_at: Date.parse('2026-03-30T10:00:00Z'),
    }),
    alertRow('C-BBBBBBBBBBBB', { finding_id: 'finding-2', clinician: SURGEON, department: 'Surgery', patient: '', tier: 'guided-plan' }),
  ]);
  manager = await signIn(platform, 'risk-manager');
  director = await signIn(platform, 'medical-director');
});

afterAll(() => platform.close());

const LIST = `query ($filter: AlertFilter, $sort: AlertSort, $first: Int, $after: String, $asOf: DateTime) {
  alerts(filter: $filter, sort: $sort, first: $first, after: $after, asOf: $asOf) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id state caseVersion overdue tier clinician { id department } startedAt { at precision zone } pattern { title } }
  }
}`;

interface List {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
}

const list = async (cookie: string, variables: object = {}): Promise<List> => {
  const answer = await ask(platform, cookie, LIST, variables);
  expect(answer.codes).toEqual([]);
  return answer.data!['alerts'] as List;
};

const ids = ({ nodes }: List): readonly unknown[] => nodes.map((node) => node['id']);

describe('The list of alerts', () => {
  it('shows the newest state of each, the most urgent first, with exact times and their zones', async () => {
    const { nodes, totalCount } = await list(manager);
    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { id: 'C-BBBBBBBBBBBB', state: 'NEW', overdue: true, tier: 'GUIDED_PLAN' },
      {
        id: 'C-AAAAAAAAAAAA',
        state: 'ACKNOWLEDGED',
        caseVersion: 2,
        overdue: false,
        clinician: { id: PSYCHIATRIST, department: 'Psychiatry' },
      },
    ]);
    expect(nodes[1]).toMatchObject({ startedAt: { at: '2026-03-03T22:41:00.000Z', precision: 'MINUTE', zone: 'Europe/London' } });
  });

  it('shows a director nothing of another department, also by filter, search, sort and total', async () => {
    expect(await list(director)).toMatchObject({ totalCount: 1 });
    expect(await list(director, { filter: { departments: ['Surgery'] } })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await list(director, { filter: { search: SURGEON } })).toMatchObject({ totalCount: 0 });
    expect(ids(await list(director, { sort: { field: 'TIER', direction: 'DESCENDING' } }))).toEqual(['C-AAAAAAAAAAAA']);
  });

  it('goes page by page without losing or repeating one', async () => {
    for (const field of ['URGENCY', 'KNOWN_AT', 'TIER', 'DEPARTMENT', 'RESPOND_BY', 'PATTERN', 'EVIDENCE_COUNT']) {
      for (const direction of ['ASCENDING', 'DESCENDING']) {
        const sort = { field, direction };
        const first = await list(manager, { sort, first: 1 });
        const second = await list(manager, { sort, first: 1, after: first.pageInfo.endCursor });
        expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
        expect([...ids(first), ...ids(second)].sort()).toEqual(['C-AAAAAAAAAAAA', 'C-BBBBBBBBBBBB']);
        expect([...ids(first), ...ids(second)]).toEqual(ids(await list(manager, { sort })));
      }
    }
  });

  it.each([
    [{ states: ['NEW'] }, ['C-BBBBBBBBBBBB']],
    [{ states: [] }, []],
    [{ overdue: true }, ['C-BBBBBBBBBBBB']],
    [{ tiers: ['AWARENESS'] }, ['C-AAAAAAAAAAAA']],
    [{ patient: PATIENT }, ['C-AAAAAAAAAAAA']],
    [{ unassigned: false }, []],
    [{ assignee: 'me' }, []],
    [{ search: 'c-bbb' }, ['C-BBBBBBBBBBBB']],
    [{ search: "x' OR 1=1 --" }, []],
    [{ departments: ["Surgery') OR (1=1"] }, []],
    [{ clinician: "' OR ''='" }, []],
  ])('filters by %j', async (filter, expected) => {
    expect(ids(await list(manager, { filter }))).toEqual(expected);
  });

  it('shows as of a date what was known then', async () => {
    expect((await list(manager, { asOf: '2026-03-29T00:00:00Z' })).nodes).toContainEqual(
      expect.objectContaining({ id: 'C-AAAAAAAAAAAA', state: 'NEW' }),
    );
    expect(await list(manager, { asOf: '2026-03-28T00:00:00Z' })).toMatchObject({ totalCount: 0 });
  });

  it('counts by week and by what can be filtered', async () => {
    const query =
      '{ alertHistogram(stackBy: DEPARTMENT, weeks: 4) { weekOf stack alerts } alertFacets { departments { value alerts } states { value } } }';
    const answer = await ask(platform, director, query);
    expect(answer.data).toEqual({
      alertHistogram: [{ weekOf: '2026-03-23', stack: 'Psychiatry', alerts: 1 }],
      alertFacets: { departments: [{ value: 'Psychiatry', alerts: 1 }], states: [{ value: 'acknowledged' }] },
    });
  });
});

const DETAIL = `query ($id: ID!, $asOf: DateTime) { alert(id: $id, asOf: $asOf) { __typename ... on NotFound { message } ... on Alert {
  id reason counterfactual comparisons { against value limit peers among } leftOut { because events } caveats
  evidence { id lane label evidence occurredAt { at precision } } surroundings { type evidence late amended occurredAt { precision } details { name value } }
  shifts { kind } playbook { id } history { id } revisions { revision status evidenceCount } otherFindings { id } stages { stage name reached }
  undetermined { because } deliveries { attempt } } } }`;

describe('One alert', () => {
  it('says why, with the evidence among what surrounds it', async () => {
    const answer = await ask(platform, manager, DETAIL, { id: 'C-AAAAAAAAAAAA' });
    expect(answer.codes).toEqual([]);
    expect(answer.data!['alert']).toMatchObject({
      reason: '5 messages outside hours.',
      comparisons: [{ against: 'PEERS', value: 5.5, limit: 2, peers: 41, among: 'psychiatry at Lakeside' }],
      leftOut: [{ because: 'on-call', events: 7 }],
      evidence: [
        { lane: 'MESSAGES', label: 'Message to the patient by personal text', evidence: true },
        { lane: 'MESSAGES', evidence: true },
      ],
      surroundings: [
        { type: 'messaging.message-sent', evidence: true, late: false },
        {
          type: 'gifts.declared',
          evidence: false,
          late: true,
          occurredAt: { precision: 'DAY' },
          details: expect.arrayContaining([{ name: 'value', value: '50.00 GBP' }]) as unknown,
        },
        { type: 'messaging.message-sent' },
      ],
      revisions: [{ revision: 1, status: 'RAISED', evidenceCount: 2 }],
      otherFindings: [],
    });
    expect((answer.data!['alert'] as { stages: readonly unknown[] }).stages).toContainEqual({
      stage: 2,
      name: 'availability',
      reached: true,
    });
  });

  it('of another department is answered exactly as one that does not exist', async () => {
    const foreign = await ask(platform, director, DETAIL, { id: 'C-BBBBBBBBBBBB' });
    const missing = await ask(platform, director, DETAIL, { id: 'C-ZZZZZZZZZZZZ' });
    expect(foreign.text).toBe(missing.text);
    expect(foreign.data!['alert']).toMatchObject({ __typename: 'NotFound' });
    expect((await ask(platform, manager, DETAIL, { id: 'C-BBBBBBBBBBBB' })).data!['alert']).toMatchObject({ __typename: 'Alert' });
  });

  it('was not known before it was recorded', async () => {
    const answer = await ask(platform, manager, DETAIL, { id: 'C-AAAAAAAAAAAA', asOf: '2026-03-28T00:00:00Z' });
    expect(answer.data!['alert']).toMatchObject({ __typename: 'NotFound' });
    const then = await ask(platform, manager, DETAIL, { id: 'C-AAAAAAAAAAAA', asOf: '2026-03-29T00:00:00Z' });
    expect((then.data!['alert'] as { surroundings: readonly unknown[] }).surroundings).toHaveLength(2);
  });

  it('is shown only after it was written down who looks, and not where that fails', async () => {
    const before = platform.appended.length;
    await ask(platform, director, DETAIL, { id: 'C-AAAAAAAAAAAA' });
    expect(platform.appended.slice(before).map(({ type, data }) => [type, data['reference'], data['actor']])).toEqual([
      ['access.record-viewed', 'C-AAAAAAAAAAAA', { id: 'medical-director', role: 'medical-director' }],
    ]);
    platform.breakLog(true);
    const refused = await ask(platform, director, DETAIL, { id: 'C-AAAAAAAAAAAA' });
    const nested = await ask(platform, director, '{ alerts { nodes { evidence { id } } } }');
    platform.breakLog(false);
    expect([refused.data, nested.data]).toEqual([null, null]);
    expect([...refused.codes, ...nested.codes]).toEqual(['access.not-recorded', 'access.not-recorded']);
    expect(refused.text).not.toContain('ENOSPC');
  });

  it('has what surrounds the first event that counts, however long before the rule held', async () => {
    const days = ['2025-05-01', '2025-07-01', '2025-08-01', '2025-11-19', '2026-01-01'];
    const gift = { patient: OTHER_PATIENT, kind: 'token' };
    const gifts = days.map((day) => eventRow('gifts.declared', `${day}T12:00:00Z`, gift, { id: day, record_id: day }));
    await insertRows(platform.store, 'events', gifts);
    const evidence = ['ward\u00002025-07-01', 'ward\u00002025-11-19'];
    await insertRows(platform.store, 'finding_revisions', [findingRow('finding-3', { patient: OTHER_PATIENT, evidence })]);
    const at = Date.parse('2025-11-19T12:00:00Z');
    const alert = { finding_id: 'finding-3', patient: OTHER_PATIENT, started_at: at, last_at: at };
    await insertRows(platform.store, 'alert_states', [alertRow('C-CCCCCCCCCCCC', alert)]);
    const query = '{ alert(id: "C-CCCCCCCCCCCC") { ... on Alert { surroundings { evidence occurredAt { at } } } } }';
    const answer = await ask(platform, manager, query);
    const { surroundings } = answer.data!['alert'] as { surroundings: readonly { evidence: boolean; occurredAt: { at: string } }[] };
    expect(surroundings.map(({ evidence, occurredAt }) => [occurredAt.at.slice(0, 10), evidence])).toEqual([
      ['2025-05-01', false],
      ['2025-07-01', true],
      ['2025-08-01', false],
      ['2025-11-19', true],
    ]);
  });
});
