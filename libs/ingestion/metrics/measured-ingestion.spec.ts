import { Metrics } from '@plumbline/runtime';
import { NOW, openDoor, type Door } from '../spec/bench';
import { measuredIngestion } from './measured-ingestion';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

const event = (id: string, type: string, time: string, data: Record<string, unknown>) => ({
  specversion: '1.0',
  id,
  source: 'ehr',
  type,
  time,
  data,
});
const care = { clinician: 'dr-1', patient: 'pat-1', formallyEvaluated: true };

it('tells what became of the records of each source, how fresh it is and what waits in quarantine', async () => {
  const metrics = new Metrics();
  const ingestion = measuredIngestion(door.ingestion, { metrics, clock: door.clock, sources: ['ehr', 'pharmacy'] });
  door.clock.advance(60_000);
  const lines = [
    JSON.stringify(event('1', 'relationships.care-started', '2026-03-01T10:00:00Z', care)),
    JSON.stringify(event('2', 'relationships.care-started', '2026-02-01T10:00:00Z', care)),
    '{"broken"',
  ];
  await ingestion.accept('ehr', 'event-ndjson', Buffer.from(lines.join('\n')));
  await expect(ingestion.accept('stranger', 'event', Buffer.from('{}'))).rejects.toThrow();
  const text = await metrics.registry.metrics();
  expect(text).toContain('plumbline_ingested_records_total{source="ehr",outcome="accepted"} 2');
  expect(text).toContain('plumbline_ingested_records_total{source="ehr",outcome="quarantined"} 1');
  expect(text).toContain('plumbline_ingestion_set_aside_total{source="ehr",code="input.not-json"} 1');
  expect(text).toContain('plumbline_quarantine_open_records{source="ehr",code="input.not-json"} 1');
  expect(text).toContain('plumbline_ingestion_refused_inputs_total 1');
  expect(text).toContain(`plumbline_source_newest_event_timestamp_seconds{source="ehr"} ${String(Date.UTC(2026, 2, 1, 10) / 1_000)}`);
  expect(text).toContain(`plumbline_source_last_heard_timestamp_seconds{source="ehr"} ${String(NOW / 1_000 + 60)}`);
  expect(text).toContain(`plumbline_source_last_heard_timestamp_seconds{source="pharmacy"} ${String(NOW / 1_000)}`);
});
