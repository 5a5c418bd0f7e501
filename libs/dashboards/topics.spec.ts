import { read, signIn, startPlatform, type SpecPlatform } from './spec-kit/platform';
import { PATIENT, eventRow, insertRows } from './spec-kit/rows';
import { DONOR, fillSmallHospital } from './spec-kit/small-hospital';

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

describe('The overview', () => {
  const OVERVIEW = `{ overview(weeks: 4) {
    needsAPerson { new gotWorse pastResponseTime unassigned mine support } alertsByWeek { weekOf counts { domain alerts } } policyChanges { policy version }
    departments { department clinicians alerts per100 peersLow suppressed } notEvaluable { because clinicians pattern { title } }
    patternFigures { pattern { id } alerts resolved leadTimeDays leadTimeAlerts hoursToFirstReview explainedShare } freshness { eventsUntil ingestedAt silentSources staleSince } } }`;

  it('counts what waits, and keeps support apart', async () => {
    const { overview } = await read(platform, manager, OVERVIEW);
    expect(overview).toMatchObject({
      needsAPerson: { new: 1, gotWorse: 0, pastResponseTime: 1, unassigned: 1, mine: 0, support: 1 },
      policyChanges: [],
      notEvaluable: [{ because: 'no roster', clinicians: null }],
      patternFigures: [{ alerts: 3, resolved: 1, leadTimeAlerts: 2, hoursToFirstReview: 2, explainedShare: 1 }],
      freshness: { eventsUntil: '2026-03-30T10:00:00.000Z', staleSince: null },
    });
    const weeks = (overview as { alertsByWeek: readonly object[] }).alertsByWeek;
    expect(weeks).toHaveLength(4);
    expect(weeks[2]).toEqual({ weekOf: '2026-03-23', counts: [{ domain: 'COMMUNICATION', alerts: 2 }] });
  });

  it('withholds figures in which few people could be recognised, and other departments from a director', async () => {
    const departments = async (cookie: string): Promise<unknown> =>
      ((await read(platform, cookie, OVERVIEW))['overview'] as { departments: unknown }).departments;
    const psychiatry = { department: 'Psychiatry', clinicians: 7, alerts: 1, per100: 14.29, peersLow: null, suppressed: false };
    expect(await departments(manager)).toEqual([
      psychiatry,
      { department: 'Surgery', clinicians: null, alerts: null, per100: null, peersLow: null, suppressed: true },
    ]);
    expect(await departments(director)).toEqual([psychiatry]);
  });
});

describe('The gift ledger', () => {
  const GIFTS = `query ($filter: GiftFilter, $asOf: DateTime) { gifts(filter: $filter, asOf: $asOf) { totalCount nodes {
    state versions value { minor currency } runningTotal { minor } declaredOn donor clinician { department } } } }`;

  it('shows each entry as it stands, with the running total of its giver', async () => {
    expect((await read(platform, director, GIFTS))['gifts']).toMatchObject({
      totalCount: 3,
      nodes: [
        { state: 'WITHDRAWN', runningTotal: { minor: 7_000 } },
        {
          state: 'CORRECTED',
          versions: 2,
          value: { minor: 5_000, currency: 'GBP' },
          runningTotal: { minor: 7_000 },
          declaredOn: '2026-03-11',
          clinician: { department: 'Psychiatry' },
        },
        { state: 'DECLARED', versions: 1, runningTotal: { minor: 2_000 } },
      ],
    });
  });

  it('shows all departments to those who see all, and filters', async () => {
    expect((await read(platform, manager, GIFTS))['gifts']).toMatchObject({ totalCount: 4 });
    expect((await read(platform, manager, GIFTS, { filter: { states: ['CORRECTED'], donor: DONOR } }))['gifts']).toMatchObject({
      totalCount: 1,
    });
  });

  it('shows as of a date the version of then', async () => {
    const { gifts } = await read(platform, director, GIFTS, { asOf: '2026-03-11T00:00:00Z' });
    expect(gifts).toMatchObject({
      totalCount: 2,
      nodes: [{ state: 'DECLARED', value: { minor: 9_900 }, runningTotal: { minor: 11_900 } }, { state: 'DECLARED' }],
    });
  });
});

describe('Prescribing and sources', () => {
  it('never count a department that the viewer does not see', async () => {
    const query = '{ prescribing(months: 1) { points { visits dispensed } } }';
    expect((await read(platform, director, query))['prescribing']).toEqual({ points: [{ visits: 1, dispensed: 2 }] });
    expect((await read(platform, manager, query))['prescribing']).toEqual({ points: [{ visits: 2, dispensed: 2 }] });
  });

  it('say how each source does, the worst first', async () => {
    const { sources } = await read(
      platform,
      manager,
      '{ sources { source state because events lastEventAt { at zone } lagSeconds perDay { day events } quarantined zones futureDated } }',
    );
    expect(sources).toMatchObject([
      {
        source: 'notes',
        state: 'LATE',
        because: 'The newest event is 3 days old, longer than is usual for it.',
        futureDated: 0,
        zones: ['Europe/London'],
      },
      { source: 'register', state: 'FLOWING', events: 1, lagSeconds: null, perDay: [{ day: '2026-03-30', events: 1 }] },
      { source: 'ward', state: 'FLOWING' },
    ]);
  });

  it('measure deliveries, and not the history that a source brought along', async () => {
    const imported = { source: 'pager', ingested_at: Date.parse('2026-03-29T12:00:00Z'), patient: PATIENT };
    await insertRows(platform.store, 'events', [
      ...['a', 'b', 'c'].map((id) => eventRow('messaging.message-sent', '2025-12-01T10:00:00Z', {}, { ...imported, id, record_id: id })),
      eventRow(
        'messaging.message-sent',
        '2026-03-30T10:00:00Z',
        {},
        { ...imported, id: 'd', record_id: 'd', ingested_at: Date.parse('2026-03-30T10:01:30Z') },
      ),
    ]);
    const { sources } = await read(platform, manager, '{ sources { source lagSeconds } }');
    expect(sources).toContainEqual({ source: 'pager', lagSeconds: 30 });
  });

  it('tell the viewer who he or she is', async () => {
    expect(
      await read(
        platform,
        director,
        '{ viewer { id roles departments permissions zone now demonstration } people { id } patterns { id } }',
      ),
    ).toMatchObject({
      viewer: {
        id: 'medical-director',
        roles: ['MEDICAL_DIRECTOR'],
        departments: ['Psychiatry'],
        permissions: ['READ_ALERTS', 'WORK_CASES', 'READ_SOURCES'],
        now: '2026-03-31T09:00:00.000Z',
      },
      people: [{ id: 'risk-manager' }, { id: 'medical-director' }],
    });
  });
});
