import { ProblemError } from '@plumbline/kernel';
import { openDoor, type Door } from '../spec/bench';
import { parseMapping } from './load-mapping';
import { readMoney } from './money';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const HEADER = 'entry,clinician,donor,donor_kind,patient,kind,value,accepted,received,registered';
const snapshot = (day: string, ...rows: string[]) =>
  door.ingestion.accept('register', 'csv', Buffer.from([HEADER, ...rows, ''].join('\r\n')), {
    mapping: 'gifts',
    fileName: `gifts-${day}.csv`,
  });
const WINE = 'g1,dr-1,pat-1,patient,pat-1,in kind,£50,yes,2026-02-01,2026-02-03';
const CAKE = 'g2,dr-1,Acme  Ltd,organisation,,token,about £10,yes,01/02/2026,2026-02-03';
const types = () => door.log.events().map(({ type, recordId, recordVersion }) => `${type} ${recordId} ${String(recordVersion)}`);

describe('money', () => {
  it.each([
    ['£50', 5_000],
    ['50', 5_000],
    ['1,500.00', 150_000],
    ['3.8', 380],
    ['GBP 1200000', 120_000_000],
    ['0.29', 29],
  ])('reads %s as whole pence', (text, minor) => {
    expect(readMoney(text, 'GBP')).toEqual({ minor, currency: 'GBP' });
  });

  it.each(['Above limit', 'about £10', '1.234', '-5', '£1,50', ''])('reads no amount from "%s"', (text) => {
    expect(readMoney(text, 'GBP')).toBeUndefined();
  });

  it('knows currencies without minor units', () => {
    expect(readMoney('¥500', 'JPY')).toEqual({ minor: 500, currency: 'JPY' });
  });
});

describe('a register printed again and again', () => {
  it('becomes declarations, corrections and withdrawals, and nothing for what stayed', async () => {
    expect(await snapshot('2026-03-01', WINE, CAKE)).toMatchObject({ byType: { 'gifts.declared': 2 } });
    expect(await snapshot('2026-04-01', WINE.replace('£50', '£80'), CAKE)).toMatchObject({
      byType: { 'gifts.corrected': 1 },
      unchanged: 1,
    });
    expect(await snapshot('2026-05-01', CAKE)).toMatchObject({ byType: { 'gifts.withdrawn': 1 }, unchanged: 1 });
    expect(types().filter((text) => text.includes('/g1'))).toEqual([
      'gifts.declared register/gifts/g1 20513',
      'gifts.corrected register/gifts/g1 20544',
      'gifts.withdrawn register/gifts/g1 20574',
    ]);
    const [wine, cake] = door.log.events();
    expect(wine?.data).toMatchObject({ value: { minor: 5_000, currency: 'GBP' }, kind: 'in-kind', declaredOn: '2026-02-03' });
    expect(cake?.data).toMatchObject({ valueAsPrinted: 'about £10' });
    expect(cake?.data).not.toHaveProperty('value');
  });

  it('says nothing new when the same snapshot comes again', async () => {
    await snapshot('2026-03-01', WINE, CAKE);
    expect(await snapshot('2026-03-01', WINE, CAKE)).toMatchObject({ accepted: 0, unchanged: 2 });
  });

  it('repeats the same events where a crash came before the state was saved', async () => {
    await snapshot('2026-03-01', WINE);
    const other = await openDoor({ log: door.log, clock: door.clock });
    const receipt = await other.ingestion.accept('register', 'csv', Buffer.from(`${HEADER}\n${WINE}\n`), {
      mapping: 'gifts',
      snapshot: '2026-03-01',
    });
    expect(receipt).toMatchObject({ accepted: 0, repeated: 1 });
    await other.close();
  });

  it('refuses an older snapshot after a newer one, and one without a date', async () => {
    await snapshot('2026-03-01', WINE);
    await expect(snapshot('2026-02-01', WINE)).rejects.toMatchObject({ code: 'register.out-of-order' });
    await expect(snapshot('someday', WINE)).rejects.toMatchObject({ code: 'register.no-date' });
  });

  it('repeats snapshots that were taken over before, and refuses one of them with other rows', async () => {
    await snapshot('2026-03-01', WINE, CAKE);
    await snapshot('2026-04-01', CAKE);
    expect(await snapshot('2026-03-01', WINE, CAKE)).toMatchObject({ accepted: 0, unchanged: 2, quarantined: 0 });
    expect(await snapshot('2026-04-01', CAKE)).toMatchObject({ accepted: 0, unchanged: 1, quarantined: 0 });
    await expect(snapshot('2026-03-01', CAKE)).rejects.toMatchObject({ code: 'register.out-of-order' });
  });

  it('takes no row that it cannot read as a withdrawal, and takes the row over when it is mended', async () => {
    await snapshot('2026-03-01', WINE, CAKE);
    const broken = await snapshot('2026-04-01', WINE.replace('2026-02-01', 'last week'), CAKE);
    expect(broken).toMatchObject({ quarantined: 1, unchanged: 1, accepted: 0, byCode: { 'time.unreadable': 1 } });
    const { quarantineId } = broken.issues[0]!;
    const { original } = door.ingestion.quarantine.show(quarantineId);
    door.ingestion.quarantine.mend(quarantineId, Buffer.from(original.toString().replace('last week', '2026-02-02')));
    expect(await door.ingestion.quarantine.replay(quarantineId)).toMatchObject({
      outcome: 'replayed',
      receipt: { byType: { 'gifts.corrected': 1 } },
    });
    expect(types()).not.toContainEqual(expect.stringContaining('withdrawn'));
  });

  it('withholds withdrawals where a shifted row does not say which entry it is', async () => {
    await snapshot('2026-03-01', WINE, CAKE);
    expect(await snapshot('2026-04-01', CAKE, `oops,${WINE}`)).toMatchObject({
      byCode: { 'csv.broken-row': 1, 'register.withdrawals-withheld': 1 },
      accepted: 0,
    });
  });

  it('joins spellings of a giver and keeps hidden ones apart', async () => {
    await snapshot(
      '2026-03-01',
      CAKE,
      CAKE.replace('g2', 'g3').replace('Acme  Ltd', 'ACME Ltd'),
      CAKE.replace('g2', 'g4').replace('Acme  Ltd', 'Redacted'),
      CAKE.replace('g2', 'g5').replace('Acme  Ltd', 'redacted'),
      CAKE.replace('g2', 'g6').replace('Acme  Ltd', 'Nil return'),
    );
    const events = door.log.events();
    const donors = new Map(events.map(({ recordId, data }) => [recordId.slice(-2), data['donor']]));
    expect(donors.get('g2')).toBe(donors.get('g3'));
    expect(donors.get('g4')).not.toBe(donors.get('g5'));
    expect(events.find(({ recordId }) => recordId.endsWith('g4'))?.data['donorKind']).toBe('placeholder');
    expect(donors.has('g6')).toBe(false);
  });
});

describe('a table that does not fit', () => {
  it('whose columns moved is kept whole and every missing one is named', async () => {
    const table = `ref,clinician,giver,donor_kind,kind,value,accepted,received\n${WINE}\n`;
    const receipt = await door.ingestion.accept('register', 'csv', Buffer.from(table), { mapping: 'gifts', snapshot: '2026-03-01' });
    expect(receipt).toMatchObject({ accepted: 0, quarantined: 1, byCode: { 'csv.column-missing': 1 } });
    const entry = door.ingestion.quarantine.show(receipt.issues[0]!.quarantineId);
    expect(entry.problems.map(({ place }) => place)).toEqual(['column entry', 'column donor']);
    expect(entry.original.toString()).toBe(table);
  });

  it('in another encoding is kept whole', async () => {
    const latin = Buffer.from(`${HEADER}\n${WINE.replace('pat-1', 'Grüße')}\n`, 'latin1');
    const receipt = await door.ingestion.accept('register', 'csv', latin, { mapping: 'gifts', snapshot: '2026-03-01' });
    expect(receipt).toMatchObject({ accepted: 0, byCode: { 'input.encoding': 1 } });
    expect(door.ingestion.quarantine.show(receipt.issues[0]!.quarantineId).original).toEqual(latin);
  });

  it('with unknown words, missing values and broken quotes sets these rows aside and takes the rest', async () => {
    const rows = [
      'clinician,patient,started,formally_evaluated',
      'd1,p1,2026-01-01,maybe',
      'd1,,2026-01-01,yes',
      'd1,p1,2026-01-01,yes',
      'd1,"p"2,2026-01-01,yes',
      'd1,"p4,2026-01-01,yes',
      'd1,p3,02/01/2026,no',
    ];
    const receipt = await door.ingestion.accept('clinic', 'csv', Buffer.from(`\ufeff${rows.join('\r\n')}`), { mapping: 'care' });
    expect(receipt).toMatchObject({
      accepted: 2,
      quarantined: 4,
      byCode: { 'csv.not-a-flag': 1, 'csv.value-missing': 1, 'csv.broken-row': 2 },
    });
  });
});

describe('a row without an identifier of its own', () => {
  it('is named by its content, without the people in clear, and is one event however often it comes', async () => {
    const table =
      'clinician,start,end,kind,zone\ndr-1,2026-12-01T08:00:00Z,2026-12-01T16:00:00Z,shift,Europe/London\ndr-1,2026-12-01T18:00:00Z,2026-12-02T06:00:00Z,on-call,\n';
    expect(await door.ingestion.accept('clinic', 'csv', Buffer.from(table), { mapping: 'roster' })).toMatchObject({
      byType: { 'directory.shift-rostered': 1, 'directory.on-call-rostered': 1 },
    });
    expect(await door.ingestion.accept('clinic', 'csv', Buffer.from(table), { mapping: 'roster' })).toMatchObject({ repeated: 2 });
    expect(door.log.texts().join()).not.toContain('dr-1');
  });
});

describe('a mapping file', () => {
  it('is refused with all of its mistakes at once, each with its place', () => {
    const text = `
mapping: broken
description: Has many mistakes.
columns: { who: clinician }
zone: Mars/Olympus
events:
  - type: relationships.care-started
    time: when
    data: { clinician: who, patient: { column: whom }, formallyEvaluated: { constant: true }, mood: who }
  - type: relationships.care-stopped
    time: who
    data: { clinician: who }
`;
    try {
      parseMapping(text);
      throw new Error('it was taken');
    } catch (error) {
      expect((error as ProblemError).problems.map(({ place }) => place)).toEqual([
        '/events/0/data/patient/column',
        '/events/0/data/mood',
        '/events/0',
        '/events/1/type',
        '/zone',
      ]);
    }
  });

  it('is refused where it is no YAML or lacks a part', () => {
    expect(() => parseMapping('a: [')).toThrow(/mapping\.invalid/);
    expect(() => parseMapping('mapping: x')).toThrow(/description/);
  });
});
