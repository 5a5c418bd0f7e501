import { openDoor, NOW, type Door } from '../spec/bench';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const event = (id: string, over: Record<string, unknown> = {}, data: Record<string, unknown> = {}) => ({
  specversion: '1.0',
  id,
  source: 'ehr',
  type: 'messaging.message-sent',
  time: '2026-10-03T21:04:00.000Z',
  timezone: 'Europe/London',
  recordedtime: '2026-10-03T21:05:00.000Z',
  ...over,
  data: {
    clinician: 'dr-1',
    patient: 'pat-1',
    direction: 'outbound',
    channel: 'personal-text',
    urgency: 'routine',
    redirect: false,
    ...data,
  },
});
const ndjson = (...events: unknown[]) => Buffer.from(events.map((one) => JSON.stringify(one)).join('\n'));

describe('what was accepted', () => {
  it('stands in the log under pseudonyms and nowhere under the identifiers of the source', async () => {
    const receipt = await door.ingestion.accept('ehr', 'event-ndjson', ndjson(event('1')));
    expect(receipt).toMatchObject({ records: 1, accepted: 1, byType: { 'messaging.message-sent': 1 } });
    const [stored] = door.log.events();
    expect(stored?.data).toMatchObject({ clinician: door.pseudonymOf('clinician', 'dr-1'), patient: door.pseudonymOf('patient', 'pat-1') });
    expect(stored?.partitionKey).toMatch(/^K-[0-9A-Z]{12}$/);
    expect(door.log.texts().join()).not.toMatch(/dr-1|pat-1/);
  });

  it('is acknowledged again and not appended when it is sent again, also with its keys in another order and after a restart', async () => {
    const one = event('1');
    await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(one)));
    const { specversion, data, ...rest } = one;
    const shuffled = { data: Object.fromEntries(Object.entries(data).reverse()), ...rest, specversion };
    door.clock.advance(60_000);
    expect(await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(shuffled)))).toMatchObject({ repeated: 1, accepted: 0 });
    door = await door.reopen();
    expect(await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(one)))).toMatchObject({ repeated: 1, accepted: 0 });
    expect(door.log.events()).toHaveLength(1);
  });

  it('is a repeat even where the source gave no recorded time and ours moved on', async () => {
    const one = event('1', { recordedtime: undefined });
    await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(one)));
    door.clock.advance(1);
    expect(await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(one)))).toMatchObject({ repeated: 1 });
  });

  it('is read from the log again where the index lost it', async () => {
    await door.ingestion.accept('ehr', 'event-ndjson', ndjson(event('1'), event('2')));
    const fresh = await openDoor({ log: door.log, clock: door.clock });
    const receipt = await fresh.ingestion.accept(
      'ehr',
      'event-ndjson',
      ndjson(event('1'), event('2', {}, { channel: 'portal' }), event('3')),
    );
    expect(receipt).toMatchObject({ repeated: 1, conflicts: 1, accepted: 1 });
    await fresh.close();
  });
});

describe('the same id with another content', () => {
  it('is a conflict: the first stays, the second is in quarantine', async () => {
    const receipt = await door.ingestion.accept('ehr', 'event-ndjson', ndjson(event('1'), event('1', {}, { channel: 'portal' })));
    expect(receipt).toMatchObject({ accepted: 1, conflicts: 1, byCode: { 'event.conflict': 1 } });
    expect(door.log.events().map(({ data }) => data['channel'])).toEqual(['personal-text']);
    expect(door.ingestion.quarantine.list()[0]).toMatchObject({ code: 'event.conflict', state: 'open' });
  });

  it('is found between simultaneous requests', async () => {
    const receipts = await Promise.all(
      ['portal', 'letter', 'portal', 'portal'].map((channel) =>
        door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(event('1', {}, { channel })))),
      ),
    );
    expect(door.log.events()).toHaveLength(1);
    expect(receipts.map(({ accepted, repeated, conflicts }) => [accepted, repeated, conflicts])).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('is no conflict between two sources', async () => {
    await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(event('1'))));
    const other = event('1', { source: 'pharmacy' }, { channel: 'letter' });
    expect(await door.ingestion.accept('pharmacy', 'event', Buffer.from(JSON.stringify(other)))).toMatchObject({ accepted: 1 });
  });
});

describe('an append that fails', () => {
  it.each(['before', 'after'] as const)(
    '%s the records were stored is not acknowledged, and sending again neither loses nor doubles',
    async (fail) => {
      door.log.fail = fail;
      await expect(door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(event('1'))))).rejects.toThrow();
      const receipt = await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(event('1'))));
      expect(receipt.accepted + receipt.repeated).toBe(1);
      expect(door.log.events()).toHaveLength(1);
    },
  );
});

describe('what cannot be taken over', () => {
  it.each([
    ['broken JSON', '{"specversion": "1.0",', 'input.not-json'],
    ['a wrong type of a field', JSON.stringify(event('1', {}, { redirect: 'no' })), 'event.invalid'],
    ['a field that nobody defined', JSON.stringify(event('1', {}, { mood: 'good' })), 'event.invalid'],
    ['a type that is not ours', JSON.stringify(event('1', { type: 'com.example.someevent' })), 'event.unknown-type'],
    ['a version of tomorrow', JSON.stringify(event('1', { dataversion: 99 })), 'event.unknown-version'],
    ['a type of the platform itself', JSON.stringify(event('1', { type: 'policy.activated' })), 'event.type-reserved'],
    ['the name of another source', JSON.stringify(event('1', { source: 'pharmacy' })), 'source.not-yours'],
    ['the year 2099', JSON.stringify(event('1', { time: '2099-01-01T00:00:00Z' })), 'time.in-future'],
    ['six minutes ahead', JSON.stringify(event('1', { time: new Date(NOW + 360_000).toISOString() })), 'time.in-future'],
    ['no time', JSON.stringify(event('1', { time: undefined })), 'time.missing'],
    ['a date that is not in the calendar', JSON.stringify(event('1', { time: '2026-02-30' })), 'time.unreadable'],
    ['a zone that does not exist', JSON.stringify(event('1', { timezone: 'Mars/Olympus' })), 'time.unknown-zone'],
    ['a key that reaches for the prototype', `{"__proto__":{"isAdmin":true},${JSON.stringify(event('1')).slice(1)}`, 'input.hostile-key'],
    ['a bomb of brackets', '['.repeat(100_000), 'input.too-deep'],
    ['an absurd size', JSON.stringify(event('1', {}, { topicLabel: 'x'.repeat(1_100_000) })), 'input.record-too-large'],
  ])('is set aside with its bytes, and the rest flows: %s', async (_, line, code) => {
    const receipt = await door.ingestion.accept('ehr', 'event-ndjson', Buffer.from(`${line}\r\n${JSON.stringify(event('good'))}\r\n`));
    expect(receipt).toMatchObject({ accepted: 1, quarantined: 1, byCode: { [code]: 1 } });
    expect(receipt.issues[0]).toMatchObject({ code, place: expect.stringContaining('line 1') as string });
    const [entry] = door.ingestion.quarantine.list();
    expect(door.ingestion.quarantine.show(entry!.id).original.toString().trimEnd()).toBe(line);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('names UTF-16 and Latin-1 and keeps the bytes', async () => {
    const wide = await door.ingestion.accept('ehr', 'event', Buffer.from(`\ufeff${JSON.stringify(event('1'))}`, 'utf16le'));
    expect(wide.issues[0]).toMatchObject({ code: 'input.encoding', reason: expect.stringContaining('UTF-16') as string });
    const latin = Buffer.from(JSON.stringify(event('2', {}, { topicLabel: 'Grüße' })), 'latin1');
    const receipt = await door.ingestion.accept('ehr', 'event-ndjson', Buffer.concat([latin, Buffer.from('\n'), ndjson(event('3'))]));
    expect(receipt).toMatchObject({ accepted: 1, quarantined: 1, byCode: { 'input.encoding': 1 } });
    expect(door.ingestion.quarantine.show(receipt.issues[0]!.quarantineId).original).toEqual(latin);
  });

  it('takes a byte-order mark in UTF-8 for what it is', async () => {
    expect(await door.ingestion.accept('ehr', 'event-ndjson', Buffer.from(`\ufeff${JSON.stringify(event('1'))}\n`))).toMatchObject({
      accepted: 1,
    });
  });

  it('refuses a source that nobody configured', async () => {
    await expect(door.ingestion.accept('stranger', 'event', ndjson(event('1')))).rejects.toMatchObject({ code: 'source.unknown' });
  });

  it('takes roster duties that lie ahead, because they are planned', async () => {
    const shift = {
      ...event('1', { type: 'directory.shift-rostered', time: '2026-12-01T08:00:00Z' }),
      data: { clinician: 'dr-1', start: '2026-12-01T08:00:00Z', end: '2026-12-01T16:00:00Z' },
    };
    expect(await door.ingestion.accept('ehr', 'event', Buffer.from(JSON.stringify(shift)))).toMatchObject({ accepted: 1 });
  });
});

describe('a stream', () => {
  it('is read in pieces that end anywhere, in appends of at most a thousand', async () => {
    const bytes = ndjson(...Array.from({ length: 2_500 }, (_, index) => event(String(index))));
    const pieces = (async function* () {
      await Promise.resolve();
      for (let from = 0; from < bytes.length; from += 77_777) yield bytes.subarray(from, from + 77_777);
    })();
    expect(await door.ingestion.accept('ehr', 'event-ndjson', pieces)).toMatchObject({ records: 2_500, accepted: 2_500 });
    expect(Math.max(...door.log.appends)).toBeLessThanOrEqual(1_000);
  });
});
