import type { AnalyticsStore } from '@plumbline/analytics-store';
import { DAY } from '@plumbline/kernel';
import { projections, type LoggedEvent } from '@plumbline/projections';
import { linesOf } from '../../../test/support/lines-of';

export const NOW = Date.parse('2026-03-31T09:00:00Z');
export const PSYCHIATRIST = 'K-7F3QX9M241TB';
export const SURGEON = 'K-8G4RY0N352VC';
export const PATIENT = 'P-99173ZK4M0VW';
export const OTHER_PATIENT = 'P-88062YJ3K9TV';

type Row = Readonly<Record<string, unknown>>;
const at = (text: string): number => Date.parse(text);

let positions = 0;
const place = (): Row => ({ partition: 0, position: (positions += 1) });

/** One event of the psychiatrist unless told otherwise. */
export function eventRow(type: string, occurred: string, data: Row, change: Row = {}): Row {
  const clinician = (change['clinician'] as string | undefined) ?? PSYCHIATRIST;
  const patient = (data['patient'] as string | undefined) ?? '';
  const id = `event-${positions + 1}`;
  return {
    ...place(),
    ...{
      id,
      source: 'ward',
      type,
      version: 1,
      clinician,
      patient,
      occurred_at: at(occurred),
      time_precision: 'minute',
      time_zone: 'Europe/London',
    },
    ...{ recorded_at: at(occurred) + 60_000, ingested_at: at(occurred) + 120_000, record_id: id, record_version: 1, retracted: 0 },
    data: JSON.stringify({ clinician, ...data }),
    ...change,
  };
}

export function clinicianRow(clinician: string, department: string, change: Row = {}): Row {
  const key = `directory\u0000${clinician}`;
  return {
    ...place(),
    ...{
      clinician,
      listed_at: at('2025-01-01T00:00:00Z'),
      specialty: department.toLowerCase(),
      department,
      site: 'Lakeside',
      supervisor: '',
    },
    ...{
      zone: 'Europe/London',
      state: 'active',
      event_key: key,
      record_key: key,
      record_version: 1,
      retracted: 0,
      recorded_at: at('2025-01-01T00:00:00Z'),
    },
    ...change,
  };
}

export function findingRow(id: string, change: Row = {}): Row {
  return {
    ...place(),
    ...{ finding_id: id, revision: 1, status: 'raised', supersedes: '', pattern: 'repeated-after-hours-contact', pattern_version: 1 },
    ...{
      policy: 'default',
      policy_version: 1,
      clinician: PSYCHIATRIST,
      patient: PATIENT,
      donor: '',
      specialty: 'psychiatry',
      department: 'Psychiatry',
      site: 'Lakeside',
    },
    ...{
      domain: 'communication',
      route: 'review',
      band: 'high',
      tier: 'awareness',
      started_at: at('2026-03-03T22:41:00Z'),
      last_at: at('2026-03-28T23:10:00Z'),
    },
    ...{ known_at: at('2026-03-28T23:20:00Z'), revision_known_at: at('2026-03-28T23:20:00Z'), learned_at: at('2026-03-28T23:30:00Z') },
    comparisons: JSON.stringify([{ against: 'peers', valueMilli: 5_500, limitMilli: 2_000, peers: 41, among: 'psychiatry at Lakeside' }]),
    ...{
      evidence: [],
      left_out: JSON.stringify({ 'on-call': 7 }),
      caveats: ['No holiday calendar.'],
      reason: '5 messages outside hours.',
      counterfactual: 'With two fewer.',
      playbook: 'F4',
    },
    ...change,
  };
}

export function alertRow(id: string, change: Row = {}): Row {
  return {
    ...place(),
    ...{
      alert_id: id,
      sequence: 1,
      finding_id: 'finding-1',
      pattern: 'repeated-after-hours-contact',
      pattern_version: 1,
      policy: 'default',
      policy_version: 1,
    },
    ...{ clinician: PSYCHIATRIST, patient: PATIENT, donor: '', specialty: 'psychiatry', department: 'Psychiatry', site: 'Lakeside' },
    ...{
      domain: 'communication',
      route: 'review',
      band: 'high',
      tier: 'awareness',
      state: 'new',
      assignee: '',
      outcome: '',
      pending_outcome: '',
      pending_by: '',
    },
    ...{ case_version: 1, attention: 1, evidence_count: 2, started_at: at('2026-03-03T22:41:00Z'), last_at: at('2026-03-28T23:10:00Z') },
    ...{ known_at: at('2026-03-28T23:20:00Z'), state_known_at: at('2026-03-28T23:20:00Z'), learned_at: at('2026-03-28T23:30:00Z') },
    ...{ first_learned_at: at('2026-03-28T23:30:00Z'), acknowledged_at: null, respond_by: NOW - DAY, snoozed_until: null },
    ...change,
  };
}

let batches = 0;
const EXCERPTS = ['gifts', 'prescribing'];

/** Inserts rows of one table as a batch of its own; events into those that hold an excerpt of them too. */
export async function insertRows(store: AnalyticsStore, table: string, rows: readonly Row[]): Promise<void> {
  await store.insert(table, rows, { token: `spec-${(batches += 1)}` });
  if (table !== 'events') return;
  for (const projection of projections.filter(({ table: name }) => EXCERPTS.includes(name))) {
    const excerpt = rows.filter(({ type }) => projection.types.includes(String(type))).map(loggedOf);
    if (excerpt.length > 0) await store.insert(projection.table, linesOf(projection, excerpt), { token: `spec-${(batches += 1)}` });
  }
}

/** The event of which a row was made. */
function loggedOf(row: Row): LoggedEvent {
  const event = {
    id: row['id'],
    source: row['source'],
    type: row['type'],
    occurred: { instant: row['occurred_at'], precision: row['time_precision'], zone: row['time_zone'] },
    recordedAt: row['recorded_at'],
    recordId: row['record_id'],
    recordVersion: row['record_version'],
    retracted: row['retracted'] === 1,
    partitionKey: row['clinician'],
    data: JSON.parse(String(row['data'])) as object,
  } as LoggedEvent['event'];
  return { event, dataText: String(row['data']), partition: Number(row['partition']), position: Number(row['position']) };
}
