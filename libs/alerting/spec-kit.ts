import type { AlertState } from '@plumbline/cases';
import type { EventLog, LogBatch, LogPosition, LogRecord, StoredRecord } from '@plumbline/event-log';
import { decodeEvent, type DomainEvent } from '@plumbline/events';
import { HOUR, sha256, type ClinicianId, type PatientId } from '@plumbline/kernel';
import type { PolicyDocument } from '@plumbline/policy';

/** Monday, 2 March 2026, noon in London. */
export const NOON = Date.parse('2026-03-02T12:00:00.000Z');
export const publicUrl = new URL('https://plumbline.hospital.example/');

export function anAlert(changes: Partial<AlertState> = {}): AlertState {
  return {
    ...{ alertId: 'C-000000000001', sequence: 1, findingId: 'finding-1', pattern: 'after-hours-contact', patternVersion: 1 },
    ...{ policy: 'example', policyVersion: 1, clinician: 'K-4821KKKKKKKK' as ClinicianId, patient: 'P-9917PPPPPPPP' as PatientId },
    ...{ donor: undefined, specialty: 'psychiatry', department: 'Psychiatry', site: 'Lakeside', domain: 'communication' },
    ...{
      route: 'review',
      band: 'awareness',
      tier: 'awareness',
      state: 'new',
      assignee: '',
      outcome: '',
      pendingOutcome: '',
      pendingBy: '',
    },
    ...{ caseVersion: 1, attention: 1, evidenceCount: 5, startedAt: NOON - 9 * HOUR, lastAt: NOON - HOUR, knownAt: NOON - HOUR },
    ...{ stateKnownAt: NOON - HOUR, learnedAt: NOON, firstLearnedAt: NOON, acknowledgedAt: undefined, respondBy: NOON + 4 * HOUR },
    ...{ snoozedUntil: undefined, partition: 0, position: 1 },
    ...changes,
  };
}

const weekday = ['08:00-18:00'];

/** A policy with quiet hours from 20:00 to 07:00, two steps of escalation, and people of their own for support. */
export function aPolicy(hooks: readonly string[] = [], risk = 'risk@hospital.example'): PolicyDocument {
  return {
    ...{
      policy: 'example',
      version: 1,
      title: 'Example',
      effectiveFrom: '2026-01-01T00:00:00.000Z',
      channels: {},
      patterns: {},
      playbooks: {},
    },
    institution: {
      ...{ zone: 'Europe/London', currency: 'GBP', deepNight: { from: '22:00', to: '05:00' } },
      hours: { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday, saturday: [], sunday: [] },
      holidays: { years: { from: 2026, to: 2026 } },
    },
    routing: {
      quietHours: { from: '20:00', to: '07:00', onHolidays: true, exceptTiers: ['disciplinary'] },
      recipients: [
        { role: 'risk-manager', emails: [risk], webhooks: hooks.map((url) => ({ url, secret: 'pager' })) },
        { role: 'medical-director', emails: ['director@hospital.example'] },
        { role: 'clinician-support', emails: ['support@hospital.example'] },
      ],
      routes: [
        {
          ...{ id: 'support', when: { route: 'support' }, transports: ['e-mail'], respondWithinMinutes: 240, escalation: [] },
          notify: [{ role: 'clinician-support', department: 'any' }],
        },
        {
          ...{ id: 'review', when: { route: 'review' }, transports: ['e-mail', 'webhook'], respondWithinMinutes: 240 },
          notify: [{ role: 'risk-manager', department: 'any' }],
          escalation: [{ afterMinutes: 240, notify: [{ role: 'medical-director', department: 'any' }] }],
        },
      ],
    },
  };
}

/** One partition in memory; `broken` makes it refuse, as a full disk would. */
export class SpecLog implements EventLog {
  readonly partitions = 1;
  broken = false;
  private readonly records: StoredRecord[] = [];

  append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    if (this.broken) return Promise.reject(new Error('no space left on device'));
    const positions = records.map((record) => {
      const at = { partition: 0, position: this.records.length };
      this.records.push({ ...at, key: record.key, bytes: record.bytes, hash: sha256(record.bytes) });
      return at;
    });
    return Promise.resolve(positions);
  }

  events(): readonly DomainEvent[] {
    return this.records.map(({ bytes }) => decodeEvent(bytes));
  }

  read(partition: number, from: number): Promise<LogBatch> {
    return Promise.resolve({ partition, records: this.records.slice(from), next: this.records.length });
  }
  ends(): Promise<readonly number[]> {
    return Promise.resolve([this.records.length]);
  }
  waitFor(): Promise<void> {
    return Promise.resolve();
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}
