import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { createAlertFold } from '@plumbline/cases';
import {
  clinicianListed,
  dayClosed,
  decodeStored,
  deliveryAttempted,
  giftDeclared,
  messageSent,
  peerBaselineComputed,
  policyActivated,
  prescriptionDispensed,
  shiftRostered,
  storedEvent,
  type EventDefinition,
} from '@plumbline/events';
import type { ClinicianId, PatientId } from '@plumbline/kernel';
import type { FindingRevision } from '@plumbline/pattern-kit';
import { projections } from './catalogue';
import type { LoggedEvent } from './projection';
import { linesOf } from '../../test/support/lines-of';
import { openSpecificationStore } from '../../test/support/specification-store';

const AT = Date.UTC(2026, 2, 3, 22, 45, 0, 7);
const clinician = 'K-000000000001' as ClinicianId;
const patient = 'P-000000000001' as PatientId;
const origin = { partition: 0, position: 7 };
const place = { specialty: 'psychiatry', department: 'Outpatients "B"', site: 'Lakeside' };

function logged(definition: EventDefinition, data: object): LoggedEvent {
  const event = decodeStored(
    storedEvent(definition, {
      id: 'e"1',
      source: 'ward\\7',
      occurred: { instant: AT, precision: 'second', zone: 'Europe/London' },
      recordedAt: AT + 1,
      ingestedAt: AT + 2,
      data,
    }),
  );
  return { event, dataText: JSON.stringify(event.data), ...origin };
}

const revision: FindingRevision = {
  finding: {
    id: 'finding-1',
    pattern: 'repeated-after-hours-contact',
    patternVersion: 2,
    policy: 'example',
    policyVersion: 3,
    subject: { clinician, patient },
    domain: 'communication',
    route: 'review',
    band: 'awareness',
    tier: 'awareness',
    startedAt: AT - 1_000,
    lastAt: AT,
    knownAt: AT,
    comparisons: [{ against: 'threshold', valueMilli: 3_000, limitMilli: 3_000 }],
    evidence: ['ward\u00001', 'ward\u00002'],
    leftOut: { 'on-call': 2 },
    caveats: [],
    reason: 'Three messages.',
    counterfactual: 'Two would not have been.',
    playbook: 'f4',
  },
  revision: 1,
  status: 'raised',
  learnedAt: AT + 2,
  knownAt: AT + 1,
};

const alerts = createAlertFold();
alerts.applyFinding(revision, { respondWithinMinutes: 60 }, origin, place);
const raised = alerts.drain();

const events: Record<string, LoggedEvent> = {
  events: logged(messageSent, { clinician, patient, channel: 'portal', note: '\u00e9"\\' }),
  deliveries: logged(deliveryAttempted, {
    clinician,
    caseId: 'c',
    notification: 'n',
    route: 'r',
    transport: 'e-mail',
    attempt: 1,
    outcome: 'delivered',
  }),
  clinicians: logged(clinicianListed, { clinician, ...place, zone: 'Europe/London', state: 'active' }),
  rosters: logged(shiftRostered, { clinician, start: '2026-03-03T08:00:00.000Z', end: '2026-03-03T20:00:00Z' }),
  baselines: logged(peerBaselineComputed, {
    metric: 'm/x',
    specialty: 'psychiatry',
    site: '*',
    effectiveFrom: '2026-03-01',
    windowDays: 30,
    peers: 12,
    medianMilli: 1_000,
    percentile95Milli: 4_000,
    shrunkPercentile95Milli: 3_500,
  }),
  policies: logged(policyActivated, {
    policy: 'example',
    policyVersion: 1,
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    activatedBy: 'setup',
    document: { institution: { zone: 'Europe/London' } },
  }),
  closed_days: logged(dayClosed, { day: '2026-03-03', zone: 'Europe/London' }),
  gifts: logged(giftDeclared, {
    clinician,
    patient,
    donor: 'D-000000000001',
    donorKind: 'patient',
    kind: 'voucher',
    value: { minor: Number.MAX_SAFE_INTEGER, currency: 'GBP' },
    valueAsPrinted: 'a "band"',
    acceptance: 'accepted',
    declaredOn: '2026-03-03',
  }),
  prescribing: logged(prescriptionDispensed, { clinician, patient, prescription: 'p', refillNumber: 1_000, schedule: 'II' }),
};
const others: Record<string, object> = {
  dead_letters: {
    type: 'messaging.message-sent',
    source: 'ward',
    code: 'projecting.fold-failed',
    reason: 'TypeError in apply (x.ts:1:2)',
    ...origin,
  },
  finding_revisions: { revision, place, ...origin },
  undetermined: { undetermined: { pattern: 'p', subject: { clinician }, because: 'no roster', since: AT, facts: 3 }, place, ...origin },
  alert_states: raised.alertStates[0]!,
  case_history: raised.caseHistory[0]!,
};

/** What a table gives back for a value: no boolean, and an object as its text. */
const asRead = (value: unknown): unknown =>
  typeof value === 'boolean'
    ? Number(value)
    : typeof value === 'object' && value !== null && !Array.isArray(value)
      ? JSON.stringify(value)
      : value;

/** Instants are given as milliseconds, or as text without the zone that their columns have, and come back as text. */
const asGiven = (value: unknown): unknown =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z?$/.test(String(value)) ? Date.parse(`${String(value).replace('Z', '')}Z`) : value;

describe('the projections', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-projections-'));
  let store: AnalyticsStore;

  beforeAll(async () => {
    store = await openSpecificationStore(directory);
    await migrate(store);
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it.each(projections.map((projection) => projection.table))('make rows of %s that fill every column and read back', async (name) => {
    const projection = projections.find((candidate) => candidate.table === name)!;
    const item = (events[name] ?? others[name]) as never;
    const values = JSON.parse(projection.row(item)) as unknown[];
    expect(values).toHaveLength(projection.columns.length);
    const columns = await store.query<{ name: string; nullable: number }>(
      sql`SELECT columns.name AS name, startsWith(type, 'Nullable') AS nullable FROM system.columns AS columns
          WHERE columns.database = ${store.database} AND columns.table = ${name} AND default_kind != 'MATERIALIZED'`,
    );
    const given = projection.columns;
    const required = columns.filter((column) => column.nullable === 0 && !['patient', 'donor'].includes(column.name));
    expect(given).toEqual(expect.arrayContaining(required.map((column) => column.name)));

    await store.insert(name, linesOf(projection, [item]), { token: `${name}:0:7-8` });
    const rows = await store.query<Record<string, unknown>>(sql`SELECT * FROM ${table(name)}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject(origin);
    for (const [index, value] of values.entries()) {
      const column = projection.columns[index]!;
      const missing = value === null && columns.find((other) => other.name === column)?.nullable === 0 ? '' : value;
      expect([column, asGiven(rows[0]?.[column])]).toEqual([column, asGiven(asRead(missing))]);
    }
  });

  it.each(['alert_states', 'case_history', 'dead_letters'])('have a column of %s for each field of its objects', (name) => {
    const { columns } = projections.find((candidate) => candidate.table === name)!;
    const fields = columns.map((column) => column.replaceAll(/_./g, (letter) => letter.slice(1).toUpperCase()));
    expect(Object.keys(others[name]!).sort()).toEqual(fields.sort());
  });

  it('keep the data of an event byte for byte', async () => {
    const rows = await store.query<{ data: string }>(sql`SELECT data FROM ${table('events')}`);
    expect(rows[0]?.data).toBe(events['events']?.dataText);
  });
});
