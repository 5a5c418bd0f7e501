import type { AnalyticsStore } from '@plumbline/analytics-store';
import { HOUR } from '@plumbline/kernel';
import { NOW, OTHER_PATIENT, PATIENT, PSYCHIATRIST, SURGEON, alertRow, clinicianRow, eventRow, findingRow, insertRows } from './rows';

const COLLEAGUES = Array.from({ length: 6 }, (_, index) => `K-00000000000${index}`);
export const DONOR = 'D-5HN2R8T6C3AJ';

const gift = (occurred: string, id: string, minor: number, change: Record<string, unknown> = {}): ReturnType<typeof eventRow> =>
  eventRow(
    (change['type'] as string | undefined) ?? 'gifts.declared',
    occurred,
    {
      donor: DONOR,
      donorKind: 'patient',
      patient: PATIENT,
      kind: 'voucher',
      acceptance: 'accepted',
      value: { minor, currency: 'GBP' },
      declaredOn: '2026-03-11',
    },
    { id, record_id: 'gift-1', ...change },
  );

/** A small hospital: a psychiatrist with six colleagues, and a surgeon in another department. */
export async function fillSmallHospital(store: AnalyticsStore): Promise<void> {
  await insertRows(store, 'clinicians', [
    clinicianRow(PSYCHIATRIST, 'Psychiatry'),
    clinicianRow(SURGEON, 'Surgery'),
    ...COLLEAGUES.map((clinician) => clinicianRow(clinician, 'Psychiatry')),
  ]);
  await insertRows(store, 'events', [
    eventRow('messaging.message-sent', '2026-03-03T22:41:00Z', { patient: PATIENT, direction: 'outbound', channel: 'portal' }),
    eventRow('messaging.message-sent', '2026-03-04T10:00:00Z', { patient: OTHER_PATIENT, direction: 'inbound', channel: 'portal' }),
    eventRow('encounters.completed', '2026-03-05T10:00:00Z', { patient: PATIENT, place: 'clinic' }),
    eventRow('prescribing.dispensed', '2026-03-06T10:00:00Z', { patient: PATIENT, schedule: 'II', refillNumber: 1 }),
    eventRow('prescribing.dispensed', '2026-03-06T10:00:00Z', { patient: PATIENT, schedule: 'IV' }, { clinician: COLLEAGUES[0] }),
    eventRow('incidents.reported', '2026-03-30T10:00:00Z', { patient: PATIENT, category: 'boundary-complaint' }, { source: 'register' }),
    eventRow('encounters.completed', '2026-03-05T10:00:00Z', { patient: OTHER_PATIENT, place: 'clinic' }, { clinician: SURGEON }),
    ...['2026-03-25', '2026-03-26', '2026-03-27'].map((day) =>
      eventRow(
        'documentation.note-written',
        `${day}T10:00:00Z`,
        { patient: OTHER_PATIENT, kind: 'visit' },
        { clinician: SURGEON, source: 'notes' },
      ),
    ),
    gift('2026-01-10T10:00:00Z', 'g0', 2_000, { record_id: 'gift-0' }),
    gift('2026-03-10T10:00:00Z', 'g1', 9_900),
    gift('2026-03-10T10:00:00Z', 'g2', 5_000, { type: 'gifts.corrected', record_version: 2, recorded_at: NOW - HOUR }),
    gift('2026-03-12T10:00:00Z', 'g3', 7_000, { type: 'gifts.withdrawn', record_id: 'gift-3', record_version: 2 }),
    gift('2026-03-12T10:00:00Z', 'g4', 7_000, { clinician: SURGEON, record_id: 'gift-4' }),
  ]);
  await insertRows(store, 'rosters', [
    {
      ...{
        clinician: PSYCHIATRIST,
        kind: 'on-call',
        start_at: Date.parse('2026-03-03T18:00:00Z'),
        end_at: Date.parse('2026-03-04T06:00:00Z'),
      },
      ...{ event_key: 'r', record_key: 'r', record_version: 1, retracted: 0, recorded_at: 0, partition: 0, position: 9_001 },
    },
  ]);
  await insertRows(store, 'finding_revisions', [
    findingRow('finding-1'),
    findingRow('finding-1', { revision: 2, status: 'revised', reason: '6 messages.' }),
    findingRow('finding-2', { route: 'support' }),
    findingRow('finding-3', { clinician: SURGEON, department: 'Surgery' }),
  ]);
  await insertRows(store, 'alert_states', [
    alertRow('C-AAAAAAAAAAAA'),
    alertRow('C-SSSSSSSSSSSS', { finding_id: 'finding-2', route: 'support' }),
    alertRow('C-BBBBBBBBBBBB', {
      finding_id: 'finding-3',
      clinician: SURGEON,
      department: 'Surgery',
      state: 'resolved',
      outcome: 'explained',
      respond_by: null,
      acknowledged_at: Date.parse('2026-03-29T01:30:00Z'),
    }),
  ]);
  await insertRows(store, 'undetermined', [
    {
      pattern: 'repeated-after-hours-contact',
      clinician: PSYCHIATRIST,
      patient: '',
      because: 'no roster',
      since: NOW,
      facts: 3,
      department: 'Psychiatry',
      site: 'Lakeside',
      partition: 0,
      position: 9_100,
    },
    {
      pattern: 'gift-accumulation',
      clinician: SURGEON,
      patient: '',
      because: 'no register',
      since: NOW,
      facts: 0,
      department: 'Surgery',
      site: 'Lakeside',
      partition: 0,
      position: 9_101,
    },
  ]);
  await insertRows(store, 'policies', [
    {
      policy: 'default',
      policy_version: 1,
      effective_from: Date.parse('2026-03-01T00:00:00Z'),
      activated_by: 'someone',
      document: '{"playbooks":{"F4":{"title":"Restate","steps":[{"id":"a","when":"Always","actions":["acknowledge","restate"]}]}}}',
      event_key: 'p',
      record_key: 'p',
      record_version: 1,
      retracted: 0,
      recorded_at: 0,
      partition: 0,
      position: 9_200,
    },
  ]);
}
