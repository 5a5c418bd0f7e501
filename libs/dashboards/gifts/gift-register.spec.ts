import { read, signIn, startPlatform, type SpecPlatform } from '../spec-kit/platform';
import { PATIENT, PSYCHIATRIST, SURGEON, clinicianRow, eventRow, insertRows } from '../spec-kit/rows';

const GIFTS = `query ($filter: GiftFilter, $asOf: DateTime, $first: Int, $after: String) {
  gifts(filter: $filter, asOf: $asOf, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { state versions value { minor } runningTotal { minor } donor occurredAt { at } clinician { department } } } }`;

interface Register {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly state: string;
    readonly versions: number;
    readonly value: { readonly minor: number } | null;
    readonly runningTotal: { readonly minor: number } | null;
    readonly occurredAt: { readonly at: string };
  }[];
}

let platform: SpecPlatform;
let manager: string;
let director: string;

const entry = (record: string, day: string, minor: number, change: Readonly<Record<string, unknown>> = {}): object => {
  const { type = 'gifts.declared', donor = 'D-A', acceptance = 'accepted', ...row } = change;
  const data = { donor, donorKind: 'patient', patient: PATIENT, kind: 'voucher', acceptance, value: { minor, currency: 'GBP' } };
  return eventRow(String(type), `${day}T10:00:00Z`, data, { id: `${record} ${minor}`, record_id: record, ...row });
};

const NEWER = { record_version: 2, type: 'gifts.corrected' };

beforeAll(async () => {
  platform = await startPlatform();
  await insertRows(platform.store, 'clinicians', [clinicianRow(PSYCHIATRIST, 'Psychiatry'), clinicianRow(SURGEON, 'Surgery')]);
  const rows = [
    entry('old', '2025-02-01', 1),
    entry('year-ago', '2025-03-20', 20),
    entry('moved', '2026-01-10', 300),
    entry('moved', '2025-11-05', 400, NEWER),
    entry('other-giver', '2026-01-10', 5_000),
    entry('other-giver', '2026-01-10', 6_000, { ...NEWER, donor: 'D-B', recorded_at: Date.parse('2026-03-01T00:00:00Z') }),
    entry('withdrawn', '2026-02-01', 70_000),
    entry('withdrawn', '2026-02-01', 70_000, { record_version: 2, type: 'gifts.withdrawn', id: 'withdrawn again' }),
    entry('retracted', '2026-02-02', 800_000, { retracted: 1 }),
    entry('declined', '2026-02-03', 900_000, { acceptance: 'declined' }),
    entry('last', '2026-03-10', 9),
    entry('surgeon', '2026-03-11', 11, { clinician: SURGEON }),
    // The same record id at another source is another record.
    entry('last', '2026-03-01', 13, { source: 'clinic', id: 'clinic' }),
    entry('elsewhere', '2026-03-12', 17),
    entry('elsewhere', '2026-03-12', 17, { ...NEWER, id: 'elsewhere again', clinician: SURGEON }),
  ];
  await insertRows(platform.store, 'events', rows as never);
  manager = await signIn(platform, 'risk-manager');
  director = await signIn(platform, 'medical-director');
});

afterAll(() => platform.close());

const register = async (who: string, variables: object = {}): Promise<Register> =>
  (await read(platform, who, GIFTS, variables))['gifts'] as Register;

const amounts = ({ nodes }: Register): readonly (number | undefined)[] => nodes.map(({ value }) => value?.minor);
const totals = ({ nodes }: Register): readonly (number | undefined)[] => nodes.map(({ runningTotal }) => runningTotal?.minor);

describe('The register of gifts', () => {
  it('has each entry once, the newest first, with what its giver gave in the year before', async () => {
    const all = await register(director);
    expect(amounts(all)).toEqual([9, 13, 900_000, 800_000, 70_000, 6_000, 400, 20, 1]);
    expect(all.totalCount).toBe(9);
    // A gift of a year ago to the second counts, as 1 does on the first of February; the other giver's is nobody else's.
    expect(totals(all)).toEqual([442, 433, 420, 420, 421, 6_000, 421, 21, 1]);
    expect(all.nodes.map(({ state, versions }) => `${state} ${versions}`).slice(3, 7)).toEqual([
      'WITHDRAWN 1',
      'WITHDRAWN 2',
      'CORRECTED 2',
      'CORRECTED 2',
    ]);
  });

  it('leaves out an entry whose newest version falls out of the filter, and has its total of all entries', async () => {
    const january = await register(director, { filter: { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' } });
    expect(amounts(january)).toEqual([6_000]);
    expect(amounts(await register(director, { filter: { donor: 'D-B' } }))).toEqual([6_000]);
    const march = await register(director, { filter: { from: '2026-03-01T00:00:00Z', donor: 'D-A' } });
    expect([amounts(march), totals(march), march.totalCount]).toEqual([[9, 13], [442, 433], 2]);
  });

  it('has a second page that goes on where the first ended, with the same totals', async () => {
    const pages: Register[] = [];
    for (let after: string | null = null; pages.length === 0 || after !== null;) {
      const page: Register = await register(director, { first: 2, after });
      pages.push(page);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    }
    const all = await register(director);
    expect(pages.map(({ totalCount }) => totalCount)).toEqual([9, 9, 9, 9, 9]);
    expect(pages.flatMap(({ nodes }) => nodes)).toEqual(all.nodes);
  });

  it('says how many there are also behind the last of them', async () => {
    const all = await register(director);
    expect(await register(director, { after: all.pageInfo.endCursor })).toMatchObject({ totalCount: 9, nodes: [] });
  });

  it('shows nothing of another department, however it is asked', async () => {
    expect(amounts(await register(manager))).toEqual([17, 11, 9, 13, 900_000, 800_000, 70_000, 6_000, 400, 20, 1]);
    expect(totals(await register(manager, { filter: { clinician: SURGEON } }))).toEqual([28, 11]);
    expect(await register(director, { filter: { clinician: SURGEON } })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await register(director, { filter: { departments: ['Surgery'] } })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(amounts(await register(manager, { filter: { departments: ['Surgery'] } }))).toEqual([17, 11]);
  });

  it('finds by state what has become of entries', async () => {
    expect(amounts(await register(director, { filter: { states: ['CORRECTED'] } }))).toEqual([6_000, 400]);
    expect(amounts(await register(director, { filter: { states: ['WITHDRAWN'] } }))).toEqual([800_000, 70_000]);
    expect(amounts(await register(director, { filter: { states: ['DECLARED'] } }))).toEqual([9, 13, 900_000, 20, 1]);
  });

  it('has the versions of a point in time, and their totals', async () => {
    const then = await register(director, { asOf: '2026-02-15T00:00:00Z', filter: { from: '2026-01-01T00:00:00Z' } });
    expect([amounts(then), totals(then)]).toEqual([
      [900_000, 800_000, 70_000, 5_000],
      [5_420, 5_420, 5_421, 5_421],
    ]);
  });
});
