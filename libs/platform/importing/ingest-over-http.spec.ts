import 'reflect-metadata';
import { openEmbeddedLog } from '@plumbline/event-log';
import { IngestionModule, SourceTokens } from '@plumbline/ingestion';
import { systemClock } from '@plumbline/kernel';
import { Lifecycle, Metrics, createLogger, serveHttp } from '@plumbline/runtime';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDirectory } from '../opening/data-directory';
import { openIntake } from '../opening/open-intake';
import { serviceCheck } from '../serving/who-may';
import { IngestOverHttp } from './ingest-over-http';

const TOKEN = 'token-of-the-register-0123456789';
const TABLE = Buffer.from('clinician,patient,started,formally_evaluated\ndr-1,pat-1,2026-01-01,yes\n');

it('takes what the command line sends from another machine, once, and as the source that the token belongs to', async () => {
  const logger = createLogger({ name: 'test', level: 'silent' });
  const lifecycle = new Lifecycle(logger);
  const context = { clock: systemClock, logger, lifecycle, metrics: new Metrics() };
  const directory = await mkdtemp(join(tmpdir(), 'plumbline-import-'));
  try {
    const layout = await openDataDirectory(directory);
    const log = await openEmbeddedLog({ directory: layout.log });
    lifecycle.onStop('log', () => log.close());
    const { ingestion } = await openIntake(context, { mappings: undefined, sources: undefined }, log, layout, 'Europe/London');
    const tokens = new SourceTokens({ [SourceTokens.hashOf(TOKEN)]: 'register' });
    const door = IngestionModule.register({ ingestion, tokens, requireOperator: serviceCheck('nobody') });
    const address = new URL(await serveHttp(context, { host: '127.0.0.1', port: 0, modules: [door], readiness: [] }));
    const there = new IngestOverHttp(address, TOKEN);
    const send = (from: IngestOverHttp) => from.accept('ignored', 'csv', TABLE, { mapping: 'care', fileName: 'care.csv' });
    expect(await send(there)).toMatchObject({ source: 'register', records: 1, accepted: 1 });
    expect(await send(there)).toMatchObject({ records: 1, repeated: 1 });
    await expect(send(new IngestOverHttp(address, 'token-of-nobody-0123456789'))).rejects.toThrow('source.not-authenticated');
    await expect(send(new IngestOverHttp(new URL('http://127.0.0.1:9'), TOKEN))).rejects.toThrow('import.unreachable');
  } finally {
    await lifecycle.stop();
    await rm(directory, { recursive: true });
  }
});
