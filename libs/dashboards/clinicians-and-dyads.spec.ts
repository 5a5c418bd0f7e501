import { ask, read, signIn, startPlatform, type SpecPlatform } from './spec-kit/platform';
import { OTHER_PATIENT, PATIENT, PSYCHIATRIST, SURGEON } from './spec-kit/rows';
import { fillSmallHospital } from './spec-kit/small-hospital';

let platform: SpecPlatform;
let manager: string;
let director: string;

beforeAll(async () => {
  platform = await startPlatform();
  await fillSmallHospital(platform.store);
  manager = await signIn(platform, 'risk-manager');
  director = await signIn(platform, 'medical-director');
});

afterAll(() => platform.close());

const CLINICIAN = `query ($id: ID!, $asOf: DateTime) { clinician(id: $id, asOf: $asOf) { __typename ... on NotFound { message } ... on Clinician {
  id department zone active exposure { patients visits messages prescriptions shifts onCall }
  activity(months: 2) { lane points { month events peersLow peersMedian peersHigh peers } }
  dyads { totalCount nodes { patient events messages findings } } findings { nodes { id reason route status alertId startedAt { precision } } }
  alerts { nodes { id } } timeline(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { type lane } }
  prescribing(months: 1) { points { month dispensedControlled refillsControlled peers peersHigh peers95 } } undetermined { because pattern { id } } } } }`;

describe('A clinician', () => {
  it('is shown with the exposure, the past against peers, the dyads and the findings', async () => {
    const { clinician } = await read(platform, manager, CLINICIAN, { id: PSYCHIATRIST });
    expect(clinician).toMatchObject({
      ...{ department: 'Psychiatry', active: true, zone: 'Europe/London' },
      exposure: { patients: 2, visits: 1, messages: 2, prescriptions: 0, onCall: 1, shifts: 0 },
      dyads: {
        totalCount: 2,
        nodes: [
          { patient: PATIENT, findings: 1 },
          { patient: OTHER_PATIENT, events: 1, findings: 0 },
        ],
      },
      findings: { nodes: [{ id: 'finding-1', reason: '6 messages.', route: 'REVIEW', status: 'REVISED', alertId: 'C-AAAAAAAAAAAA' }] },
      prescribing: { points: [{ month: '2026-03-01', dispensedControlled: 1, refillsControlled: 1, peers: 6, peersHigh: 0, peers95: 1 }] },
      undetermined: [{ because: 'no roster' }],
      timeline: { pageInfo: { hasNextPage: true } },
    });
    const { activity } = clinician as { activity: readonly { lane: string; points: readonly object[] }[] };
    expect(activity.find(({ lane }) => lane === 'PRESCRIPTIONS')?.points[1]).toEqual({
      month: '2026-03-01',
      events: 1,
      peersLow: 0,
      peersMedian: 0,
      peersHigh: 0,
      peers: 6,
    });
  });

  it('of another department is answered exactly as one that does not exist', async () => {
    const foreign = await ask(platform, director, CLINICIAN, { id: SURGEON });
    expect(foreign.text).toBe((await ask(platform, director, CLINICIAN, { id: 'K-ZZZZZZZZZZZZ' })).text);
    expect((await read(platform, manager, CLINICIAN, { id: SURGEON }))['clinician']).toMatchObject({ __typename: 'Clinician' });
  });

  it('says of each of its lists how many there are also behind the last of them', async () => {
    const page = '{ totalCount pageInfo { endCursor } nodes { __typename } }';
    const lists = ['alerts', 'findings', 'dyads', 'timeline'];
    interface Page {
      readonly totalCount: number;
      readonly pageInfo: { readonly endCursor: string };
      readonly nodes: readonly object[];
    }
    const pagesOf = async (after: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Page>>> => {
      const asked = lists.map((list) => `${list}${after[list] === undefined ? '' : `(after: "${after[list]}")`} ${page}`);
      const { clinician } = await read(
        platform,
        manager,
        `{ clinician(id: "${PSYCHIATRIST}") { ... on Clinician { ${asked.join(' ')} } } }`,
      );
      return clinician as Readonly<Record<string, Page>>;
    };
    const first = await pagesOf({});
    const beyond = await pagesOf(Object.fromEntries(lists.map((list) => [list, first[list]!.pageInfo.endCursor])));
    for (const list of lists) {
      expect(first[list]!.totalCount).toBeGreaterThan(0);
      expect(beyond[list]).toMatchObject({ totalCount: first[list]!.totalCount, nodes: [] });
    }
  });

  it('has a timeline that goes page by page', async () => {
    const query = `query ($after: String) { clinician(id: "${PSYCHIATRIST}") { ... on Clinician { timeline(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { clinician } = await read(platform, manager, query, { after });
      const { timeline } = clinician as {
        timeline: { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: readonly { id: string }[] };
      };
      expect(timeline.totalCount).toBe(7);
      seen.push(...timeline.nodes.map(({ id }) => id));
      ({ hasNextPage: more, endCursor: after } = timeline.pageInfo);
    }
    expect(new Set(seen).size).toBe(7);
  });

  it("stands in a list of one's own departments alone", async () => {
    const query =
      'query ($after: String) { clinicians(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { id openAlerts allAlerts lastAlertAt } } }';
    expect((await read(platform, director, query))['clinicians']).toMatchObject({
      totalCount: 7,
      nodes: [
        { id: PSYCHIATRIST, openAlerts: 1 },
        { openAlerts: 0, lastAlertAt: null },
      ],
    });
    expect((await read(platform, manager, query))['clinicians']).toMatchObject({ totalCount: 8 });
  });
});

describe('A dyad', () => {
  const DYAD = `query ($clinician: ID!, $patient: ID!, $asOf: DateTime) { dyad(clinician: $clinician, patient: $patient, asOf: $asOf) { __typename ... on Dyad {
    clinician { department } firstAt lastAt timeline(lanes: [MESSAGES, VISITS, INCIDENTS]) { nodes { type } } findings { id } stages { stage reached }
    shifts(from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { kind from to } } } }`;

  it('is shown over time, with duties and stages', async () => {
    expect((await read(platform, manager, DYAD, { clinician: PSYCHIATRIST, patient: PATIENT }))['dyad']).toMatchObject({
      firstAt: '2026-01-10T10:00:00.000Z',
      timeline: { nodes: [{ type: 'messaging.message-sent' }, { type: 'encounters.completed' }, { type: 'incidents.reported' }] },
      findings: [{ id: 'finding-1' }],
      shifts: [{ kind: 'ON_CALL', from: '2026-03-03T18:00:00.000Z' }],
      stages: [
        { stage: 1, reached: false },
        { stage: 2, reached: true },
        { stage: 3, reached: false },
        { stage: 4, reached: false },
        { stage: 5, reached: true },
      ],
    });
  });

  it('shows as of a date only what had been recorded', async () => {
    const variables = { clinician: PSYCHIATRIST, patient: PATIENT, asOf: '2026-03-04T00:00:00Z' };
    expect((await read(platform, manager, DYAD, variables))['dyad']).toMatchObject({
      timeline: { nodes: [{ type: 'messaging.message-sent' }] },
      findings: [],
      lastAt: '2026-03-03T22:41:00.000Z',
    });
  });

  it('of another department, or without an event, is not found', async () => {
    expect((await read(platform, director, DYAD, { clinician: SURGEON, patient: OTHER_PATIENT }))['dyad']).toEqual({
      __typename: 'NotFound',
    });
    expect((await read(platform, manager, DYAD, { clinician: SURGEON, patient: PATIENT }))['dyad']).not.toEqual({ __typename: 'NotFound' });
    expect((await read(platform, manager, DYAD, { clinician: PSYCHIATRIST, patient: 'P-ZZZZZZZZZZZZ' }))['dyad']).toEqual({
      __typename: 'NotFound',
    });
  });
});
