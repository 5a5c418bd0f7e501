import { openDoor, type Door } from '../spec/bench';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const order = (id: string, over: object = {}) => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1049221' }] },
  subject: { reference: 'Patient/p1' },
  requester: { reference: 'Practitioner/d1' },
  authoredOn: '2026-01-01',
  ...over,
});
const following = (id: string, prior: string) => order(id, { priorPrescription: { reference: `MedicationRequest/${prior}` } });
const issueOf = (id: string, plan: string) =>
  order(id, { basedOn: [{ reference: 'CarePlan/c' }, { reference: `MedicationRequest/${plan}` }] });
/** A dispense of that day of January; its id says when. */
const fill = (prescription: string, day: number, over: object = {}) => ({
  resourceType: 'MedicationDispense',
  id: `day-${String(day)}`,
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  authorizingPrescription: [{ reference: `MedicationRequest/${prescription}` }],
  whenHandedOver: `2026-01-${String(day).padStart(2, '0')}T10:00:00Z`,
  ...over,
});
const stating = (valueInteger: number) => ({ extension: [{ url: 'urn:plumbline:refill', valueInteger }] });
const ofType = (code: string) => ({ type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code }] } });
const version = (versionId: string) => ({ meta: { versionId } });

const accept = (...resources: object[]) =>
  door.ingestion.accept('pharmacy', 'fhir-ndjson', Buffer.from(resources.map((resource) => JSON.stringify(resource)).join('\n')));
/** Day or version of each dispense with its number, as they stand in the log. */
const numbers = (): readonly string[] =>
  door.log
    .events()
    .filter(({ type }) => type === 'prescribing.dispensed')
    .map(({ id, data }) => {
      const { refillNumber = 'none', refillSource = refillNumber === 'none' ? '' : 'stated' } = data as Record<string, unknown>;
      return `${id.replace('MedicationDispense/day-', '').replace('@1', '')}: ${String(refillNumber)} ${String(refillSource)}`.trim();
    });

describe('the number of a refill that its source does not state', () => {
  it('is how many were handed over before it on the same order', async () => {
    await accept(order('a'), fill('a', 2), fill('a', 9), order('b'), fill('b', 12), fill('a', 16));
    expect(numbers()).toEqual(['2: 0 chain', '9: 1 chain', '12: 0 chain', '16: 2 chain']);
  });

  it('goes on from an order to those that follow it, and over all issues of one plan', async () => {
    await accept(order('a'), fill('a', 2), following('b', 'a'), fill('b', 9), following('c', 'b'), fill('c', 16));
    await accept(issueOf('i1', 'plan'), fill('i1', 3), issueOf('i2', 'plan'), fill('i2', 4), fill('i1', 5));
    expect(numbers()).toEqual(['2: 0 chain', '9: 1 chain', '16: 2 chain', '3: 0 chain', '4: 1 chain', '5: 2 chain']);
  });

  it('goes on from a number that is stated', async () => {
    await accept(order('a'), fill('a', 2, stating(4)), fill('a', 9), fill('a', 16, ofType('FFC')), fill('a', 23));
    expect(numbers()).toEqual(['2: 4 stated', '9: 5 chain', '16: 0 stated', '23: 1 chain']);
  });

  it('is its place in time and not in arrival, and what was said before is not said otherwise', async () => {
    await accept(order('a'), fill('a', 9), fill('a', 16), fill('a', 2), fill('a', 23), fill('a', 12));
    expect(numbers()).toEqual(['9: 0 chain', '16: 1 chain', '2: 0 chain', '23: 3 chain', '12: 2 chain']);
    await accept(fill('a', 9, version('2')));
    expect(numbers().at(-1)).toBe('9@2: 1 chain');
  });

  it('follows the time of dispenses within a Bundle', async () => {
    const entry = [fill('a', 16), fill('a', 2), order('a'), fill('a', 9)].map((resource) => ({ resource }));
    await accept({ resourceType: 'Bundle', type: 'collection', entry });
    expect(numbers()).toEqual(['2: 0 chain', '9: 1 chain', '16: 2 chain']);
  });

  it('is not told while an order is not known that this one follows, and is from then on', async () => {
    await accept(following('c', 'b'), fill('c', 9));
    await accept(following('b', 'a'), fill('c', 16));
    await accept(order('a'), fill('a', 2), fill('c', 23));
    expect(numbers()).toEqual(['9: none', '16: none', '2: 0 chain', '23: 3 chain']);
  });

  it('is not told where orders follow each other in a ring, or a refill has nothing before it', async () => {
    await accept(
      following('a', 'b'),
      following('b', 'a'),
      fill('b', 2),
      order('c'),
      fill('c', 9, ofType('RFP')),
      fill('c', 16, ofType('RFP')),
    );
    expect(numbers()).toEqual(['2: none', '9: none', '16: 1 chain']);
  });

  it('does not count what was entered in error, nor where it was before it was moved to another order', async () => {
    const wrong = { ...version('2'), status: 'entered-in-error' };
    await accept(order('a'), order('b'), fill('a', 2), fill('a', 2, wrong), fill('a', 9), fill('b', 9, version('2')), fill('a', 16));
    expect(numbers()).toEqual(['2: 0 chain', '2@2: none', '9: 0 chain', '9@2: 0 chain', '16: 0 chain']);
  });

  it('is none where it would be more than the vocabulary counts', async () => {
    await accept(order('a'), fill('a', 2, stating(1_000)), fill('a', 9));
    expect(numbers()).toEqual(['2: 1000 stated', '9: none']);
  });
});

describe('what is known of a chain', () => {
  const sent = [order('a'), fill('a', 9), following('b', 'a'), fill('b', 16), fill('a', 2), following('d', 'c'), fill('d', 20)];

  it('says the same again when it is sent again, also when more is known by then', async () => {
    await accept(...sent);
    const before = numbers();
    await accept(order('c'), fill('c', 1));
    expect(await accept(...sent)).toMatchObject({ accepted: 0, repeated: sent.length, quarantined: 0, conflicts: 0 });
    expect(numbers().slice(0, before.length)).toEqual(before);
  });

  it('is read from the log again where everything beside it was lost', async () => {
    await accept(...sent, fill('a', 21, stating(7)));
    const more = [order('c'), fill('c', 1), fill('b', 23), fill('d', 24)];
    await accept(...more);
    const said = numbers();
    const again = await openDoor({ log: door.log, clock: door.clock });
    const send = (...resources: object[]) =>
      again.ingestion.accept('pharmacy', 'fhir-ndjson', Buffer.from(resources.map((resource) => JSON.stringify(resource)).join('\n')));
    expect(await send(...sent, ...more)).toMatchObject({ accepted: 0, conflicts: 0, quarantined: 0 });
    await send(fill('b', 25), fill('d', 26));
    await again.close();
    expect(numbers().slice(said.length)).toEqual(['25: 9 chain', '26: 3 chain']);
  });
});
