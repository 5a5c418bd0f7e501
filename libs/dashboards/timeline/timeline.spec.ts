import { read, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { OTHER_PATIENT, PATIENT, PSYCHIATRIST, alertRow, clinicianRow, eventRow, findingRow, insertRows } from '../spec-kit/rows';

const EVENTS = 'nodes { id evidence amended occurredAt { at } }';
const DYAD = `query ($after: String, $first: Int, $asOf: DateTime) {
  dyad(clinician: "${PSYCHIATRIST}", patient: "${PATIENT}", asOf: $asOf) { ... on Dyad {
    firstAt lastAt
    timeline(from: "2026-03-01T00:00:00Z", to: "2026-03-31T00:00:00Z", first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } ${EVENTS} } } } }`;

interface Dyad {
  readonly timeline: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly id: string; readonly evidence: boolean; readonly amended: boolean }[];
  };
}

let platform: SpecPlatform;
let manager: string;

const message = (record: string, occurred: string, change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => {
  const { patient = PATIENT, record_version = 1, ...row } = change;
  const id = `${record}@${Number(record_version)}`;
  return eventRow(
    'messaging.message-sent',
    occurred,
    { patient, direction: 'outbound' },
    { id, record_id: record, record_version, ...row },
  );
};

const rows = {
  plain: message('plain', '2026-03-03T10:00:00Z'),
  movedAway: message('moved-away', '2026-03-04T10:00:00Z'),
  movedAwayNow: message('moved-away', '2025-01-04T10:00:00Z', { record_version: 2 }),
  movedHere: message('moved-here', '2025-02-05T10:00:00Z'),
  movedHereNow: message('moved-here', '2026-03-05T10:00:00Z', { record_version: 2 }),
  anothers: message('anothers', '2026-03-06T10:00:00Z'),
  anothersNow: message('anothers', '2026-03-06T10:00:00Z', { record_version: 2, patient: OTHER_PATIENT }),
  takenBack: message('taken-back', '2026-03-07T10:00:00Z'),
  takenBackNow: message('taken-back', '2026-03-07T10:00:00Z', { record_version: 2, retracted: 1 }),
  corrected: message('corrected', '2026-03-08T10:00:00Z'),
  correctedNow: message('corrected', '2026-03-08T10:00:00Z', { record_version: 2, recorded_at: Date.parse('2026-03-20T00:00:00Z') }),
  withAnother: message('with-another', '2026-03-09T10:00:00Z', { patient: OTHER_PATIENT }),
};
const idOf = ({ partition, position }: Readonly<Record<string, unknown>>): string => `E${String(partition)}-${String(position)}`;

beforeAll(async () => {
  platform = await startPlatform();
  await insertRows(platform.store, 'clinicians', [clinicianRow(PSYCHIATRIST, 'Psychiatry')]);
  await insertRows(platform.store, 'events', Object.values(rows));
  const evidence = ['plain@1', 'with-another@1', 'corrected@1'].map((id) => `ward\u0000${id}`);
  await insertRows(platform.store, 'finding_revisions', [findingRow('finding-1', { evidence })]);
  await insertRows(platform.store, 'alert_states', [alertRow('C-AAAAAAAAAAAA')]);
  manager = await signIn(platform, 'risk-manager');
});

afterAll(() => platform.close());

const dyad = async (variables: object = {}): Promise<Dyad> => (await read(platform, manager, DYAD, variables))['dyad'] as Dyad;

describe('The events of a clinician with a patient', () => {
  it('are those whose newest version is with that patient in those days', async () => {
    const { timeline, ...rest } = await dyad();
    expect(timeline).toMatchObject({
      totalCount: 3,
      nodes: [
        { id: idOf(rows.plain), evidence: true, amended: false },
        { id: idOf(rows.movedHereNow), evidence: false, amended: true },
        // The version that a finding counted is another one.
        { id: idOf(rows.correctedNow), evidence: false, amended: true },
      ],
    });
    expect(rest).toMatchObject({
      firstAt: '2025-01-04T10:00:00.000Z',
      lastAt: '2026-03-08T10:00:00.000Z',
    });
  });

  it('are told as of a point in time in the versions of then', async () => {
    const { timeline } = await dyad({ asOf: '2026-03-10T00:00:00Z' });
    const ids = timeline.nodes.map(({ id }) => id);
    expect(ids).toEqual([rows.plain, rows.movedHereNow, rows.corrected].map(idOf));
    expect(timeline.nodes.at(-1)).toMatchObject({ amended: false });
  });

  it('come in pages that meet', async () => {
    const first = await dyad({ first: 2 });
    const second = await dyad({ first: 2, after: first.timeline.pageInfo.endCursor });
    expect([...first.timeline.nodes, ...second.timeline.nodes]).toEqual((await dyad()).timeline.nodes);
    expect([first.timeline.pageInfo.hasNextPage, second.timeline.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(second.timeline.totalCount).toBe(3);
  });
});

describe('The figures of a clinician', () => {
  it('count each record once, as its newest version says', async () => {
    const query = `{ clinician(id: "${PSYCHIATRIST}") { ... on Clinician { exposure { patients messages } dyads { nodes { patient events } } } } }`;
    expect((await read(platform, manager, query))['clinician']).toEqual({
      exposure: { patients: 2, messages: 5 },
      dyads: {
        nodes: [
          { patient: PATIENT, events: 4 },
          { patient: OTHER_PATIENT, events: 2 },
        ],
      },
    });
  });
});

describe('What stands around an alert', () => {
  it('are the events that it counts, with whomever they were, and those with its patient, which say whether it counts them', async () => {
    const query = `{ alert(id: "C-AAAAAAAAAAAA") { ... on Alert { evidence { id evidence } surroundings { id evidence amended } } } }`;
    expect((await read(platform, manager, query))['alert']).toEqual({
      evidence: [rows.plain, rows.withAnother].map((row) => ({ id: idOf(row), evidence: true })),
      surroundings: [
        { id: idOf(rows.plain), evidence: true, amended: false },
        { id: idOf(rows.movedHereNow), evidence: false, amended: true },
        { id: idOf(rows.correctedNow), evidence: false, amended: true },
      ],
    });
  });
});
