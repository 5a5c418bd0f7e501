import { join } from 'node:path';
import Database from 'libsql';
import { openDoor, type Door } from '../spec/bench';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const GOOD = {
  specversion: '1.0',
  id: '1',
  source: 'ehr',
  type: 'relationships.care-started',
  time: '2026-03-01',
  data: { clinician: 'dr-1', patient: 'pat-1', formallyEvaluated: true },
};
const accept = (text: string) => door.ingestion.accept('ehr', 'event-ndjson', Buffer.from(text));
const quarantine = () => door.ingestion.quarantine;

it('keeps one entry for the same bytes, however often a sender tries', async () => {
  for (let attempt = 0; attempt < 3; attempt += 1) await accept('{"broken"');
  expect(quarantine().list()).toMatchObject([{ state: 'open', attempts: 3, code: 'input.not-json', format: 'event', mended: false }]);
  expect(quarantine().counts()).toMatchObject([{ source: 'ehr', code: 'input.not-json', open: 1 }]);
});

it('replays a mended copy and keeps the original', async () => {
  const { issues } = await accept('{"broken"');
  const { quarantineId } = issues[0]!;
  expect(await quarantine().replay(quarantineId)).toMatchObject({ outcome: 'still-open', problems: [{ code: 'input.not-json' }] });
  expect(await quarantine().preview(quarantineId, Buffer.from(JSON.stringify(GOOD)))).toMatchObject({
    events: [{ id: '1' }],
    problems: [],
  });
  expect(door.log.events()).toHaveLength(0);
  quarantine().mend(quarantineId, Buffer.from(JSON.stringify(GOOD)));
  expect(await quarantine().replay(quarantineId)).toMatchObject({ outcome: 'replayed', receipt: { accepted: 1 } });
  expect(quarantine().show(quarantineId)).toMatchObject({ state: 'replayed', mended: true });
  expect(quarantine().show(quarantineId).original.toString()).toBe('{"broken"');
  await expect(quarantine().replay(quarantineId)).rejects.toMatchObject({ code: 'quarantine.settled' });
  expect(quarantine().list()).toHaveLength(1);
});

it('holds an event from the future until its time has come', async () => {
  const { issues } = await accept(JSON.stringify({ ...GOOD, time: '2026-11-01T13:00:00Z' }));
  const { quarantineId } = issues[0]!;
  expect(await quarantine().replay(quarantineId)).toMatchObject({ outcome: 'still-open', problems: [{ code: 'time.in-future' }] });
  door.clock.advance(3_600_000);
  expect(await quarantine().replay(quarantineId)).toMatchObject({ outcome: 'replayed' });
});

it('takes an event from the future over by itself once its time has come, with the next input or at the next start', async () => {
  await accept(
    [
      { ...GOOD, time: '2026-11-01T12:20:00Z' },
      { ...GOOD, id: '2', time: '2026-11-01T13:20:00Z' },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n'),
  );
  await accept(JSON.stringify({ ...GOOD, id: '3', time: '2099-01-01T00:00:00Z' }));
  door.clock.advance(16 * 60_000);
  expect(await accept(JSON.stringify({ ...GOOD, id: '4' }))).toMatchObject({ accepted: 1, released: 1 });
  door.clock.advance(3_600_000);
  door = await door.reopen();
  expect(door.log.events().map(({ id }) => id)).toEqual(expect.arrayContaining(['1', '2', '4']));
  expect(quarantine().list({ state: 'open' })).toMatchObject([{ code: 'time.in-future' }]);
  // What it says is mended into an event that is still ahead: that one is a person's matter, and is not tried again with every input.
  const [{ id } = { id: '' }] = quarantine().list({ state: 'open' });
  quarantine().mend(id, Buffer.from(JSON.stringify({ ...GOOD, id: '3', time: '2100-01-01T00:00:00Z' })));
  door.clock.set(Date.UTC(2099, 1, 1));
  await accept(JSON.stringify({ ...GOOD, id: '5' }));
  const { attempts } = quarantine().show(id);
  await accept(JSON.stringify({ ...GOOD, id: '6' }));
  expect(quarantine().show(id)).toMatchObject({ state: 'open', attempts });
});

it('goes on waiting where the log could not take it', async () => {
  await accept(JSON.stringify({ ...GOOD, time: '2026-11-01T13:00:00Z' }));
  door.clock.advance(3_600_000);
  door.log.fail = 'before';
  await expect(accept('')).rejects.toThrow('full');
  expect(quarantine().list()).toMatchObject([{ state: 'open', code: 'time.in-future' }]);
  expect(await accept('')).toMatchObject({ released: 1 });
});

it('is listed in pages, by state and by source', async () => {
  await accept(Array.from({ length: 7 }, (_, index) => `{"broken ${String(index)}"`).join('\n'));
  const first = quarantine().list({ limit: 5 });
  const second = quarantine().list({ after: first.at(-1)!.id, limit: 5 });
  expect([first.length, second.length]).toEqual([5, 2]);
  quarantine().dismiss(first[0]!.id);
  expect(quarantine().count({ state: 'open' })).toBe(6);
  expect(quarantine().list({ source: 'other' })).toEqual([]);
  expect(() => quarantine().show('Q-99999999')).toThrow(/quarantine\.unknown/);
});

it('refuses the input where it cannot write, and takes all of it when it is sent again', async () => {
  const file = new Database(join(door.directory, 'intake.sqlite'));
  file.exec('ALTER TABLE quarantine RENAME TO away');
  const input = `${JSON.stringify(GOOD)}\n{"broken"`;
  await expect(accept(input)).rejects.toThrow();
  file.exec('ALTER TABLE away RENAME TO quarantine');
  file.close();
  const receipt = await accept(input);
  expect(receipt.accepted + receipt.repeated).toBe(1);
  expect(receipt.quarantined).toBe(1);
  expect(door.log.events()).toHaveLength(1);
});
