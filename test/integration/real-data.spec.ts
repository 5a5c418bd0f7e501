import { decodeEvent, type DomainEvent } from '@plumbline/events';
import type { Receipt } from '@plumbline/ingestion';
import { describeWith } from '@plumbline/testing';
import {
  hasRealData,
  openPlatform,
  readCloudEvents,
  readFhirExamples,
  readRegister,
  readSynthea,
  type Platform,
  type ReadInput,
} from '../../tools/real-data/read-real-data';

// The inputs name real people and are no part of the project; where they are absent the suite is reported as skipped.
const missing = hasRealData() ? undefined : 'PLUMBLINE_REAL_DATA names a directory that has them.';

const sumOf = (read: readonly ReadInput[], count: (receipt: Receipt) => number | undefined): number =>
  read.reduce((sum, { receipt }) => sum + (count(receipt) ?? 0), 0);

/** No record is lost without a word. */
const expectAllAccountedFor = (read: readonly ReadInput[]): void => {
  for (const { receipt } of read) {
    const { records, accepted, repeated, conflicts, quarantined, context, unchanged, nil } = receipt;
    expect(accepted + repeated + conflicts + quarantined + context + unchanged + nil).toBe(records);
    expect(Object.values(receipt.byCode).reduce((sum, count) => sum + count, 0)).toBe(quarantined + conflicts);
  }
};

describeWith({ missing, optional: true }, 'real inputs', () => {
  let platform: Platform;
  beforeEach(async () => {
    platform = await openPlatform();
  });
  afterEach(() => platform.close());

  const events = async (): Promise<readonly DomainEvent[]> => {
    const all: DomainEvent[] = [];
    for (let partition = 0; partition < platform.log.partitions; partition += 1) {
      for (let from = 0; ;) {
        const batch = await platform.log.read(partition, from);
        if (batch.records.length === 0) break;
        all.push(...batch.records.map((record) => decodeEvent(record.bytes)));
        from = batch.next;
      }
    }
    return all;
  };

  it('the FHIR R4 examples are each an event, kept for lookup, or in quarantine with a reason', async () => {
    const read = await readFhirExamples(platform);
    expectAllAccountedFor(read);
    expect(read[0]?.receipt).toMatchObject({
      records: 237,
      byType: { 'prescribing.ordered': 40, 'incidents.reported': 1, 'directory.clinician-listed': 1 },
    });
    const orders = (await events()).filter(({ type }) => type === 'prescribing.ordered');
    // A date is all that the examples know; none of it may count as midnight.
    expect(new Set(orders.map(({ occurred }) => occurred.precision))).toEqual(new Set(['day']));
    expect((await events()).some(({ type }) => type === 'prescribing.dispensed')).toBe(true);
  });

  it('the Synthea bundles hold 102 orders of controlled substances', async () => {
    const read = await readSynthea(platform);
    expectAllAccountedFor(read);
    expect(read[0]?.receipt).toMatchObject({ byType: { 'prescribing.ordered': 2_428, 'encounters.completed': 2_090 }, quarantined: 0 });
    const controlled = (await events()).filter(({ data }) => ['II', 'III', 'IV', 'V'].includes(String(data['schedule'])));
    expect(controlled).toHaveLength(102);
    expect(controlled.every(({ data }) => /^21 CFR/.test(String(data['scheduleSource'])))).toBe(true);
  });

  it.each([3, 5] as const)('the register of category %i is followed through all of its snapshots and layouts', async (category) => {
    const read = await readRegister(platform, category);
    expect(read).toHaveLength(19);
    expectAllAccountedFor(read);
    expect(sumOf(read, ({ quarantined }) => quarantined)).toBe(0);
    const declared = sumOf(read, ({ byType }) => byType['gifts.declared']);
    const withdrawn = sumOf(read, ({ byType }) => byType['gifts.withdrawn']);
    const corrected = sumOf(read, ({ byType }) => byType['gifts.corrected']);
    expect({ declared, withdrawn, corrected }).toEqual(
      category === 3 ? { declared: 1_016, withdrawn: 375, corrected: 31 } : { declared: 21, withdrawn: 9, corrected: 0 },
    );
    // What was declared and not withdrawn is what the last snapshot prints.
    expect(declared - withdrawn).toBe(category === 3 ? 641 : 12);
  });

  it('the conformance events of CloudEvents are read, and their types are not ours', async () => {
    const read = await readCloudEvents(platform);
    expectAllAccountedFor(read);
    expect(read[0]?.receipt).toMatchObject({ records: 11, byCode: { 'event.unknown-type': 11 } });
  });
});
