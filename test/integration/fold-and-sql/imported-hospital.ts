import { join } from 'node:path';
import { createPseudonymiser } from '@plumbline/access';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { dayClosed, decodeStored, encodeEvent, eventKey, storedEvent, type DomainEvent, type StoredEvent } from '@plumbline/events';
import { createIngestion, loadMappings, type Receipt } from '@plumbline/ingestion';
import { DAY, FixedClock, dayOfIsoDate, isoDate } from '@plumbline/kernel';
import { importFiles, planImport } from '@plumbline/platform';
import { simulateHospital, type HospitalPlan, type PlantedCase } from '@plumbline/testing';

const ZONE = 'Europe/London';
const MAPPINGS = join(__dirname, '..', '..', '..', 'examples', 'mappings');

/** The simulated hospital, brought in through the product's own door into an embedded log. */
export interface ImportedHospital {
  readonly log: EventLog;
  readonly receipts: readonly Receipt[];
  /** Under pseudonyms. */
  readonly truth: readonly PlantedCase[];
  readonly firstDay: number;
  readonly lastDay: number;
}

export async function importHospital(plan: HospitalPlan, directory: string): Promise<ImportedHospital> {
  const hospital = simulateHospital(plan, directory);
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const mappings = loadMappings(MAPPINGS);
  const pseudonyms = createPseudonymiser(Buffer.alloc(32, 7), { remember: () => Promise.resolve() });
  const ingestion = await createIngestion({
    log,
    clock: new FixedClock(Date.parse(`${hospital.lastDay}T23:59:59Z`) + DAY),
    pseudonyms,
    directory: join(directory, 'ingestion'),
    sources: (name) => ({ name, zone: ZONE }),
    mappings,
  });
  const files = await planImport([hospital.directory], { source: 'hospital', sourceFolders: true, mappings: [...mappings.keys()] });
  const { receipts } = await importFiles(ingestion, files);
  await ingestion.close();
  const truth = hospital.truth.map(({ clinician, patient, ...rest }) => ({
    ...rest,
    clinician: pseudonyms.pseudonymOf('clinician', clinician),
    ...(patient === undefined ? {} : { patient: pseudonyms.pseudonymOf('patient', patient) }),
  }));
  return {
    log,
    receipts: receipts.map(({ receipt }) => receipt),
    truth,
    firstDay: dayOfIsoDate(hospital.firstDay),
    lastDay: dayOfIsoDate(hospital.lastDay),
  };
}

/** The closing of every day that the hospital covers. */
export function closedDays({ firstDay, lastDay }: ImportedHospital): readonly StoredEvent[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => {
    const day = isoDate(firstDay + index);
    const at = (firstDay + index + 1) * DAY;
    const occurred = { instant: at, precision: 'day' as const, zone: ZONE };
    return storedEvent(dayClosed, { id: day, source: '/calendar', occurred, recordedAt: at, ingestedAt: at, data: { day, zone: ZONE } });
  });
}

export async function append(log: EventLog, events: readonly StoredEvent[]): Promise<void> {
  const records = events.map((event) => {
    const decoded = decodeStored(event);
    return { partitionKey: event.partitionkey, key: eventKey(decoded), bytes: encodeEvent(event) };
  });
  await log.append(records);
}

/** Everything in a partition, in log order. */
export async function* partitionOf(
  log: EventLog,
  partition: number,
): AsyncGenerator<{ readonly event: DomainEvent; readonly dataText: string; readonly position: number }> {
  const [end = 0] = (await log.ends()).slice(partition);
  for (let from = 0; from < end;) {
    const batch = await log.read(partition, from, { maxRecords: 10_000 });
    for (const { bytes, position } of batch.records) {
      const stored = JSON.parse(Buffer.from(bytes).toString('utf8')) as StoredEvent;
      yield { event: decodeStored(stored), dataText: JSON.stringify(stored.data), position };
    }
    from = batch.next;
  }
}
