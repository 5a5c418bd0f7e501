import { openDoor, type Door } from '../spec/bench';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const accept = (...resources: unknown[]) =>
  door.ingestion.accept('ehr', 'fhir-ndjson', Buffer.from(resources.map((resource) => JSON.stringify(resource)).join('\n')));
const coded = (system: string, code: string) => ({ coding: [{ system, code }] });

describe('visits, incidents and the directory', () => {
  it('an appointment with another start is a visit that was moved', async () => {
    const appointment = (version: string, start: string) => ({
      resourceType: 'Appointment',
      id: 'a1',
      meta: { versionId: version, lastUpdated: `2026-03-0${version}T09:00:00Z` },
      status: 'booked',
      created: '2026-03-01T09:00:00Z',
      start,
      participant: [{ actor: { reference: 'Practitioner/d1' } }, { actor: { reference: 'Patient/p1' } }],
    });
    await accept(appointment('1', '2026-04-01T09:00:00Z'), appointment('2', '2026-04-01T19:00:00Z'));
    expect(door.log.events().map(({ type, data }) => [type, data['plannedStart']])).toEqual([
      ['encounters.scheduled', '2026-04-01T09:00:00.000Z'],
      ['encounters.rescheduled', '2026-04-01T19:00:00.000Z'],
    ]);
  });

  it('a finished encounter is a visit, one in progress is not one yet', async () => {
    const encounter = (id: string, status: string) => ({
      resourceType: 'Encounter',
      id,
      status,
      class: { code: 'HH' },
      subject: { reference: 'Patient/p1' },
      participant: [{ individual: { reference: 'Practitioner/d1' } }],
      period: { start: '2026-03-01T09:00:00+01:00', end: '2026-03-01T09:30:00+01:00' },
    });
    expect(await accept(encounter('e1', 'finished'), encounter('e2', 'in-progress'))).toMatchObject({
      accepted: 1,
      byCode: { 'fhir.not-an-event': 1 },
    });
    expect(door.log.events()[0]?.data).toMatchObject({ place: 'home', actualEnd: '2026-03-01T08:30:00.000Z' });
  });

  it('a report names its category and who reported it; a later version amends it', async () => {
    const report = (versionId: string) => ({
      resourceType: 'AdverseEvent',
      id: 'i1',
      meta: { versionId, lastUpdated: '2026-03-03T09:00:00Z' },
      event: coded('urn:plumbline:incident', 'boundary-complaint'),
      subject: { reference: 'Patient/p1' },
      date: '2026-03-01',
      recorder: { reference: 'Patient/p1' },
      contributor: [{ reference: 'Practitioner/d1' }],
    });
    await accept(report('1'), report('2'));
    expect(door.log.events().map(({ type, data }) => [type, data['category'], data['reportedBy']])).toEqual([
      ['incidents.reported', 'boundary-complaint', 'patient'],
      ['incidents.amended', 'boundary-complaint', 'patient'],
    ]);
  });

  it('a role lists a clinician with specialty, department, site and supervisor', async () => {
    await accept({
      resourceType: 'PractitionerRole',
      id: 'r1',
      extension: [{ url: 'urn:plumbline:supervisor', valueReference: { reference: 'Practitioner/d0' } }],
      period: { start: '2026-01-01' },
      practitioner: { reference: 'Practitioner/d1' },
      specialty: [{ text: 'oncology' }],
      organization: { display: 'Oncology' },
      location: [{ display: 'North' }],
    });
    expect(door.log.events()[0]?.data).toEqual({
      clinician: door.pseudonymOf('clinician', 'd1'),
      specialty: 'oncology',
      department: 'Oncology',
      site: 'North',
      supervisor: door.pseudonymOf('clinician', 'd0'),
      zone: 'Europe/London',
      state: 'active',
    });
  });
});
