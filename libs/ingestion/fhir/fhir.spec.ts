import { openDoor, type Door } from '../spec/bench';
import table from './controlled-substances.json';
import { scheduleOf } from './schedules';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const accept = (...resources: unknown[]) =>
  door.ingestion.accept('ehr', 'fhir-ndjson', Buffer.from(resources.map((resource) => JSON.stringify(resource)).join('\n')));
const K = (id: string) => door.pseudonymOf('clinician', id);
const P = (id: string) => door.pseudonymOf('patient', id);
const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';

const communication = (over: object = {}) => ({
  resourceType: 'Communication',
  id: 'c1',
  meta: { versionId: '1', lastUpdated: '2026-03-01T22:05:00Z' },
  status: 'completed',
  priority: 'stat',
  medium: [coded('urn:plumbline:channel', 'personal-text')],
  subject: { reference: 'Patient/p1' },
  sender: { reference: 'Practitioner/d1' },
  recipient: [{ reference: 'Patient/p1' }],
  sent: '2026-03-01T22:04:00Z',
  payload: [{ contentString: 'nobody may read this' }],
  ...over,
});
const request = (over: object = {}) => ({
  resourceType: 'MedicationRequest',
  id: 'm1',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: coded(RXNORM, '1049221'),
  subject: { reference: 'Patient/p1' },
  requester: { reference: 'Practitioner/d1' },
  authoredOn: '2026-03-01',
  ...over,
});
const dispense = (over: object = {}) => ({
  resourceType: 'MedicationDispense',
  id: 'f1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  authorizingPrescription: [{ reference: 'MedicationRequest/m1' }],
  whenHandedOver: '2026-03-02T10:00:00Z',
  ...over,
});

describe('a communication', () => {
  it('is a message with its channel, direction and urgency, and without its text', async () => {
    await accept(communication());
    const [event] = door.log.events();
    expect(event).toMatchObject({
      id: 'Communication/c1@1',
      recordId: 'Communication/c1',
      recordVersion: 1,
      occurred: { precision: 'second' },
    });
    expect(event?.data).toEqual({
      clinician: K('d1'),
      patient: P('p1'),
      direction: 'outbound',
      channel: 'personal-text',
      urgency: 'emergency',
      redirect: false,
    });
    expect(door.log.texts().join()).not.toContain('nobody may read');
  });

  it('is amended by a newer version and retracted by one entered in error', async () => {
    const meta = (versionId: string) => ({ meta: { versionId, lastUpdated: '2026-03-02T08:00:00Z' } });
    await accept(
      communication(),
      communication({ ...meta('2'), priority: 'routine' }),
      communication({ ...meta('3'), status: 'entered-in-error' }),
    );
    expect(door.log.events().map(({ recordVersion, retracted, data }) => [recordVersion, retracted, data['urgency']])).toEqual([
      [1, false, 'emergency'],
      [2, false, 'routine'],
      [3, true, 'emergency'],
    ]);
  });

  it('from a relative is from the patient whom it is about, and answers what it says it answers', async () => {
    await accept(
      communication({
        sender: { reference: 'RelatedPerson/r1' },
        recipient: [{ reference: 'https://ehr.example/fhir/Practitioner/d1/_history/3' }],
        inResponseTo: [{ reference: 'Communication/c0' }],
        category: [coded('urn:plumbline:communication', 'redirect')],
      }),
    );
    expect(door.log.events()[0]?.data).toMatchObject({
      direction: 'inbound',
      clinician: K('d1'),
      patient: P('p1'),
      inResponseTo: 'Communication/c0',
      redirect: true,
    });
  });

  it.each([
    ['PHONE', 'clinic-phone'],
    ['EMAILWRIT', 'clinic-email'],
    ['SMSWRIT', 'unknown'],
    ['WRITTEN', 'unknown'],
  ])('by the HL7 mode %s runs over %s', async (mode, channel) => {
    await accept(communication({ medium: [coded('http://terminology.hl7.org/CodeSystem/v3-ParticipationMode', mode)] }));
    expect(door.log.events()[0]?.data['channel']).toBe(channel);
  });

  it('between machines is no contact', async () => {
    expect(await accept(communication({ sender: { reference: 'Device/x' }, recipient: [{ reference: 'Practitioner/d1' }] }))).toMatchObject(
      {
        byCode: { 'fhir.no-contact': 1 },
      },
    );
  });
});

describe('the table of schedules', () => {
  it.each([
    ['buprenorphine with naloxone', '1010600', 'III', '21 CFR 1308.13'],
    ['pentobarbital mixed with phenytoin', '1100453', 'III', '21 CFR 1308.13'],
    ['lorazepam, looked up by hand', '197901', 'IV', '21 CFR 1308.14'],
    ['naloxone, which is in no schedule', '1725059', 'unknown', undefined],
    ['a mixture with butalbital that may be exempted', '1432261', 'unknown', undefined],
  ])('says of %s what the law says, or nothing', (_, code, schedule, scheduleSource) => {
    expect(scheduleOf([{ system: RXNORM, code, display: undefined }])).toEqual({
      schedule,
      ...(scheduleSource === undefined ? {} : { scheduleSource }),
    });
  });

  it('holds no code twice', () => {
    const codes = [...table.derived, ...table.undecided].flatMap(({ codes: some }) => some);
    expect(codes.length).toBeGreaterThan(1_000);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('an order and its dispenses', () => {
  it('carry the schedule from the table, and say which one', async () => {
    await accept(request(), dispense());
    const [order, fill] = [...door.log.events()].sort((left, right) => left.type.localeCompare(right.type)).reverse();
    expect(order?.data).toMatchObject({ schedule: 'II', scheduleSource: '21 CFR 1308.12', prescription: 'MedicationRequest/m1' });
    expect(order?.occurred.precision).toBe('day');
    expect(fill?.data).toMatchObject({ clinician: K('d1'), schedule: 'II', prescription: 'MedicationRequest/m1' });
  });

  it('trust what the source states before the table, and never call an unknown drug uncontrolled', async () => {
    const stated = { extension: [{ url: 'urn:plumbline:schedule', valueCode: 'IV' }] };
    await accept(request(stated), request({ id: 'm2', medicationCodeableConcept: coded(RXNORM, '0') }));
    expect(door.log.events().map(({ data }) => data['schedule'])).toEqual(['IV', 'unknown']);
  });

  it('wait for each other: a dispense before its order is taken over once the order has come, also after a restart', async () => {
    expect(await accept(dispense())).toMatchObject({ quarantined: 1, byCode: { 'reference.unresolved': 1 } });
    door = await door.reopen();
    expect(await accept(request())).toMatchObject({ accepted: 1, released: 1 });
    expect(
      door.log
        .events()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['prescribing.dispensed', 'prescribing.ordered']);
    expect(door.ingestion.quarantine.list()[0]).toMatchObject({ state: 'replayed' });
  });

  it('know the order from the log, where everything beside the log was lost', async () => {
    await accept(request());
    const fresh = await openDoor({ log: door.log, clock: door.clock });
    const receipt = await fresh.ingestion.accept('ehr', 'fhir', Buffer.from(JSON.stringify(dispense())));
    expect(receipt).toMatchObject({ accepted: 1 });
    await fresh.close();
  });

  it('find a drug that is contained or stands in its own resource', async () => {
    const contained = {
      contained: [{ resourceType: 'Medication', id: 'x', code: coded(RXNORM, '1049221') }],
      medicationReference: { reference: '#x' },
    };
    const own = { id: 'm2', medicationReference: { reference: 'Medication/oxy' } };
    const strip = { medicationCodeableConcept: undefined };
    await accept(
      { resourceType: 'Medication', id: 'oxy', code: coded(RXNORM, '1049221') },
      request({ ...strip, ...contained }),
      request({ ...strip, ...own }),
    );
    expect(door.log.events().map(({ data }) => data['schedule'])).toEqual(['II', 'II']);
  });
});

describe('references', () => {
  it('follow urn:uuid and conditional ones within a Bundle and across inputs', async () => {
    const uuid = 'urn:uuid:6d705d81-8546-43b2-b336-31a282128f2d';
    const practitioner = { resourceType: 'Practitioner', id: 'd1', identifier: [{ system: 'urn:npi', value: '160' }] };
    const bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [{ resource: request({ requester: { reference: uuid } }) }, { fullUrl: uuid, resource: practitioner }],
    };
    await accept(bundle);
    await accept(request({ id: 'm2', requester: { reference: 'Practitioner?identifier=urn:npi|160' } }));
    expect(door.log.events().map(({ data }) => data['clinician'])).toEqual([K('d1'), K('d1')]);
  });
});

describe('an order', () => {
  it.each([
    ['a year', { authoredOn: '2015' }, 'time.too-coarse'],
    ['no requester', { requester: undefined }, 'fhir.no-clinician'],
    ['a subject of the wrong type', { subject: 'Patient/p1' }, 'fhir.no-patient'],
    ['no id', { id: undefined }, 'fhir.no-id'],
    ['a proposal', { intent: 'proposal' }, 'fhir.not-an-event'],
  ])('an order with %s is set aside with its reason', async (_, over, code) => {
    expect(await accept(request(over), request({ id: 'good' }))).toMatchObject({ accepted: 1, byCode: { [code]: 1 } });
  });
});
