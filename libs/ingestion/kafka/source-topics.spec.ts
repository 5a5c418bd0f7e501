import type { DomainEvent } from '@plumbline/events';
import type { IHeaders, Message } from 'kafkajs';
import { describeWithKafka } from '../../../infra/local/kafka';
import { DEAD_LETTER_HEADERS } from './dead-letters';
import { placeOf } from './message-adapter';
import type { GroundOptions } from './spec/ground';
import { hospitalSuite } from './spec/hospital-suite';
import { HospitalTopics, many } from './spec/hospital-topics';
import { until } from './spec/kafka-ground';
import { binary, inEitherMode, sent, structured } from './spec/messages';

/** Where a dead letter stood, as quarantine writes it. */
const placeIn = (headers: IHeaders | undefined): string =>
  placeOf(Number(String(headers?.[DEAD_LETTER_HEADERS.partition])), String(headers?.[DEAD_LETTER_HEADERS.offset]));

const contentsOf = (events: readonly DomainEvent[]): readonly string[] =>
  events.map(({ source, id, type, occurred, data }) => JSON.stringify([source, id, type, occurred, data])).sort();

function expectInOrder(events: readonly DomainEvent[]): void {
  const last = new Map<string, number>();
  for (const { id, partitionKey } of events) {
    expect(Number(id)).toBeGreaterThan(last.get(partitionKey) ?? -1);
    last.set(partitionKey, Number(id));
  }
}

/** A program that fails on one patient. */
const failing: NonNullable<GroundOptions['disturb']> = (pseudonyms) => ({
  flush: () => pseudonyms.flush(),
  pseudonymOf: (kind, identifier, authority) => {
    if (identifier === 'makes-the-program-fail') throw new TypeError(`cannot read ${identifier}`);
    return pseudonyms.pseudonymOf(kind, identifier, authority);
  },
});

describeWithKafka('the topics of sources', () => {
  const suite = hospitalSuite();

  it('are read in both modes into the log, each clinician in order, and the position follows', async () => {
    await suite.hospital.create();
    await suite.hospital.send(many(3_000));
    await suite.hospital.start();
    await suite.hospital.untilRead();
    const events = await suite.hospital.events();
    expect(events).toHaveLength(3_000);
    expectInOrder(events);
    expect(suite.hospital.lags[0]).toBe(3_000);
    await until(() => suite.hospital.batches.some(({ receipt }) => receipt.newestAt === Date.UTC(2026, 0, 1) + 2_999_000));
    expect(await suite.hospital.deadLetters()).toHaveLength(0);
  });

  it('carry events of their own source only: one under another name is refused, and its bytes and reason are in the dead letters', async () => {
    await suite.hospital.create();
    const forged = binary(sent(1, { source: 'pharmacy' }));
    await suite.hospital.send([binary(sent(0)), forged, structured(sent(2, { source: 'ehr/ward-3' }))]);
    await suite.hospital.start();
    await suite.hospital.untilRead();
    expect((await suite.hospital.events()).map(({ source }) => source).sort()).toEqual(['ehr', 'ehr/ward-3']);
    const [letter] = await suite.hospital.deadLetters();
    expect(letter?.value?.toString()).toBe(forged.value);
    const headers = Object.fromEntries(Object.entries(letter?.headers ?? {}).map(([name, value]) => [name, String(value)]));
    expect(headers).toMatchObject({
      ...forged.headers,
      [DEAD_LETTER_HEADERS.code]: 'source.not-yours',
      [DEAD_LETTER_HEADERS.reason]: expect.stringContaining('another system') as string,
      [DEAD_LETTER_HEADERS.remedy]: expect.any(String) as string,
      [DEAD_LETTER_HEADERS.topic]: suite.hospital.topic,
      [DEAD_LETTER_HEADERS.partition]: expect.stringMatching(/^[012]$/) as string,
      [DEAD_LETTER_HEADERS.offset]: expect.stringMatching(/^\d+$/) as string,
    });
    expect(suite.hospital.ingestion.quarantine.list()).toMatchObject([{ code: 'source.not-yours', source: 'ehr', state: 'open' }]);
  });

  it('park one poison message in a hundred and let the rest flow in order; mended and replayed, the log equals a clean run', async () => {
    const kinds: readonly ((index: number) => Message)[] = [
      (index) => ({ ...structured(sent(index)), value: JSON.stringify(sent(index)).slice(0, -2) }),
      (index) => binary(sent(index, {}, { redirect: 'perhaps' })),
      (index) => structured(sent(index, { type: 'messaging.telepathy' })),
      (index) => binary(sent(index, {}, { patient: 'makes-the-program-fail' })),
      (index) => binary(sent(index, { source: 'pharmacy' })),
      (index) => ({ ...binary(sent(index)), headers: {} }),
    ];
    const poison = (index: number): Message => {
      const message = kinds[Math.floor(index / 100) % kinds.length]?.(index) ?? structured(sent(index));
      return { ...message, headers: { ...message.headers, number: String(index) } };
    };
    await suite.hospital.create();
    await suite.hospital.send(many(4_000, (index) => (index % 100 === 50 ? poison(index) : inEitherMode(sent(index)))));
    await suite.hospital.start({ disturb: failing });
    await suite.hospital.untilRead();
    expectInOrder(await suite.hospital.events());
    const { quarantine } = suite.hospital.ingestion;
    const parked = quarantine.list({ limit: 1_000 });
    expect(parked).toHaveLength(40);
    expect(new Set(parked.map(({ code }) => code))).toEqual(
      new Set(['input.not-json', 'event.invalid', 'event.unknown-type', 'ingestion.fault', 'source.not-yours', 'input.content-mode']),
    );
    expect(JSON.stringify(parked)).not.toContain('makes-the-program-fail');

    const letters = await suite.hospital.deadLetters();
    expect(letters).toHaveLength(40);
    const numbers = new Map(letters.map(({ headers }) => [placeIn(headers), Number(String(headers?.['number']))]));
    for (const { id, place } of parked) {
      quarantine.mend(id, Buffer.from(JSON.stringify(sent(numbers.get(place) ?? -1))));
      expect(await quarantine.replay(id)).toMatchObject({ outcome: 'replayed' });
    }

    const clean = new HospitalTopics(suite.broker);
    await clean.create();
    await clean.send(many(4_000));
    await clean.start();
    await clean.untilRead();
    const expected = contentsOf(await clean.events());
    await clean.close();
    expect(expected).toHaveLength(4_000);
    expect(contentsOf(await suite.hospital.events())).toEqual(expected);
  });

  it('may deliver the last messages again without doubling one', async () => {
    await suite.hospital.create(1);
    await suite.hospital.send(many(2_500));
    await suite.hospital.start();
    await suite.hospital.untilRead();
    await suite.hospital.stop();
    await suite.hospital.moveTo(1_300);
    await suite.hospital.start();
    await suite.hospital.untilRead();
    await until(() => suite.hospital.repeated() === 1_200);
    expect(await suite.hospital.events()).toHaveLength(2_500);
  });
});
