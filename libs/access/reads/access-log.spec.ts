import { decodeEvent } from '@plumbline/events';
import type { EventLog, LogRecord } from '@plumbline/event-log';
import { FixedClock, type ClinicianId } from '@plumbline/kernel';
import type { Viewer } from '../people/viewer';
import { AccessLog } from './access-log';

const clinician = 'K-7F3QX9M241TB' as ClinicianId;
const viewer: Viewer = { id: 'robin', name: 'Robin', roles: ['auditor'], departments: 'all', session: 's', expiresAt: 0 };
const clock = new FixedClock(Date.parse('2026-03-04T09:00:00Z'));

describe('The access log', () => {
  it('holds who was about to see whom, in the partition of the one it is about', async () => {
    const records: LogRecord[] = [];
    const log = { append: (given: readonly LogRecord[]) => Promise.resolve(void records.push(...given)) } as unknown as EventLog;
    await new AccessLog(log, clock, 'Europe/London').recordView(viewer, 'auditor', { what: 'alert', clinician, reference: 'C-1' });
    expect(records.map((record) => record.partitionKey)).toEqual([clinician]);
    expect(decodeEvent(records[0]!.bytes)).toMatchObject({
      type: 'access.record-viewed',
      data: { what: 'alert', clinician, reference: 'C-1', actor: { id: 'robin', role: 'auditor' } },
    });
  });

  it('refuses the read where the log cannot be written', async () => {
    const log = { append: () => Promise.reject(new Error('disk full at /secret')) } as unknown as EventLog;
    const reading = new AccessLog(log, clock, 'Europe/London').recordView(viewer, 'auditor', { what: 'clinician', clinician });
    await expect(reading).rejects.toMatchObject({ code: 'access.not-recorded' });
    await expect(reading).rejects.not.toThrow('/secret');
  });
});
