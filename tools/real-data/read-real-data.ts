import { projectRoot } from '@plumbline/platform';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { IdentityVault, createPseudonymiser, institutionKeyIn } from '@plumbline/access';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { createIngestion, loadMappings, type Ingestion, type Receipt } from '@plumbline/ingestion';
import { systemClock } from '@plumbline/kernel';
import { HTTP, Kafka } from 'cloudevents';
import { parseAllDocuments } from 'yaml';

/** Where the real inputs lie; they are not part of the project. */
export const realDataDirectory = (): string => process.env['PLUMBLINE_REAL_DATA'] ?? resolve(projectRoot, '../shared/data');

export const hasRealData = (): boolean => existsSync(join(realDataDirectory(), 'fhir-r4-examples'));

/** One input and what became of it. */
export interface ReadInput {
  readonly name: string;
  readonly receipt: Receipt;
}

export interface Platform {
  readonly log: EventLog;
  readonly ingestion: Ingestion;
  close(): Promise<void>;
}

/** Ingestion on the real log in a folder of its own. */
export async function openPlatform(): Promise<Platform> {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-real-data-'));
  const key = institutionKeyIn(directory);
  const vault = new IdentityVault(directory, key);
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const ingestion = await createIngestion({
    log,
    clock: systemClock,
    pseudonyms: createPseudonymiser(key, vault),
    directory: join(directory, 'ingestion'),
    sources: (name) => ({ name, zone: name === 'synthea' ? 'America/New_York' : 'Europe/London' }),
    mappings: loadMappings(join(projectRoot, 'examples/mappings')),
  });
  return {
    log,
    ingestion,
    async close() {
      await ingestion.close();
      await log.close();
      await vault.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const inFolder = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(join(realDataDirectory(), folder))
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(realDataDirectory(), folder, file));

/** All FHIR R4 examples: the collection, and each file that lies beside it. */
export async function readFhirExamples({ ingestion }: Platform): Promise<readonly ReadInput[]> {
  const [collection = ''] = inFolder('fhir-r4-examples', /ndjson\.gz$/);
  const read = [
    { name: 'FHIR R4 examples, 237 resources', receipt: await ingestion.accept('fhir-examples', 'fhir-ndjson', readFileSync(collection)) },
  ];
  for (const file of inFolder('fhir-r4-examples/json', /\.json$/)) {
    read.push({ name: file.split('/').at(-1) ?? file, receipt: await ingestion.accept('fhir-example-files', 'fhir', readFileSync(file)) });
  }
  return read;
}

export async function readSynthea({ ingestion }: Platform): Promise<readonly ReadInput[]> {
  const [bundles = ''] = inFolder('synthea-r4-medications', /ndjson\.gz$/);
  return [{ name: 'Synthea, 285 bundles', receipt: await ingestion.accept('synthea', 'fhir-ndjson', readFileSync(bundles)) }];
}

/** Every snapshot of one category of the gift register in the order of its date. */
export async function readRegister({ ingestion }: Platform, category: 3 | 5): Promise<readonly ReadInput[]> {
  const read: ReadInput[] = [];
  for (const path of inFolder('uk-mps-register-gifts', new RegExp(`cat${String(category)}\\.csv\\.gz$`))) {
    const fileName = path.split('/').at(-1) ?? path;
    const options = { mapping: `uk-register-category-${String(category)}`, fileName };
    read.push({ name: `register ${fileName}`, receipt: await ingestion.accept('uk-register', 'csv', readFileSync(path), options) });
  }
  return read;
}

/** The HTTP requests of the conformance feature, placeholders filled in. */
function httpRequests(feature: string): readonly { headers: Record<string, string>; body: string }[] {
  return [...feature.matchAll(/Scenario Outline:[\s\S]*?(?=Scenario Outline:|$)/g)].flatMap(([scenario]) => {
    const request = /"""\s*POST[^\n]*\n([\s\S]*?)"""/.exec(scenario)?.[1] ?? '';
    const [head = '', ...rest] = request.split(/\n\s*\n/);
    const examples = /Examples:\s*\n\s*\|[^\n]*\n([\s\S]*)/.exec(scenario)?.[1] ?? '';
    const types = [...examples.matchAll(/\|\s*([^|\n]+?)\s*\|/g)].map(([, type]) => type ?? '');
    return types.map((type) => ({
      headers: Object.fromEntries(
        head
          .replaceAll('<contentType>', type)
          .split('\n')
          .map((line) => /^\s*([^:]+):\s*(.*)$/.exec(line))
          .flatMap((match) => (match === null ? [] : [[(match[1] ?? '').toLowerCase(), match[2] ?? '']])),
      ),
      body: rest.join('\n\n').trim(),
    }));
  });
}

const KAFKA_HEADERS = {
  ce_specversion: '1.0',
  ce_id: '1234-1234-1234',
  ce_type: 'com.example.someevent',
  ce_source: '/mycontext/subcontext',
  ce_time: '2018-04-05T03:56:24Z',
  'content-type': 'application/json',
};

/** The conformance events of CloudEvents: all of them are read, and as their types are not ours they stand in quarantine. */
export async function readCloudEvents({ ingestion }: Platform): Promise<readonly ReadInput[]> {
  const text = (file: string): string => readFileSync(join(realDataDirectory(), 'cloudevents-conformance', file), 'utf8');
  const events: unknown[] = httpRequests(text('http-protocol-binding.feature')).map((request) => HTTP.toEvent(request));
  const kafka = {
    headers: KAFKA_HEADERS,
    key: undefined,
    value: '{"message": "Hello World!"}',
    body: '{"message": "Hello World!"}',
    timestamp: '0',
  };
  events.push(Kafka.toEvent(kafka));
  for (const document of parseAllDocuments(text('v1_minimum.yaml'), { schema: 'failsafe' })) {
    const { ContextAttributes, Data } = (document as { toJS(): unknown }).toJS() as {
      ContextAttributes: Record<string, unknown>;
      Data: string;
    };
    const data = String(ContextAttributes['datacontenttype']).startsWith('application/json') ? (JSON.parse(Data) as unknown) : Data;
    events.push({ ...ContextAttributes, data });
  }
  const receipt = await ingestion.accept('conformance', 'event-batch', Buffer.from(JSON.stringify(events)));
  return [{ name: 'CloudEvents conformance', receipt }];
}
