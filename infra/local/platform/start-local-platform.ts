import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startClickHouseFront, type ClickHouseFront } from '../clickhouse';
import { startLocalKafka, type LocalKafka } from '../kafka';
import { Program } from './program';

/** Of a new log, unless told. */
export const PARTITIONS = 4;

export interface LocalPlatformOptions {
  /** Where Kafka, ClickHouse and the processes keep what is theirs; created where it is missing. */
  readonly directory: string;
  /** Partitions of a new log. */
  readonly partitions?: number;
  /** How many projectors share them. */
  readonly projectors?: number;
  readonly apiPort?: number;
  /** Further variables for every process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Told of each step before it begins. */
  readonly onStep?: (what: string) => void;
}

/** The distributed platform on this machine: a real Kafka, ClickHouse's engine behind HTTP, and each process by itself. */
export interface LocalPlatform {
  readonly kafka: LocalKafka;
  readonly front: ClickHouseFront;
  readonly ingest: Program;
  readonly projectors: readonly Program[];
  readonly api: Program;
  readonly alerts: Program;
  /** What a further process, or the command line, is given to belong to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops everything in order. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts all of it, what others stand on first. @throws what the first part says that does not start; what had started is stopped again. */
export async function startLocalPlatform(options: LocalPlatformOptions): Promise<LocalPlatform> {
  const { directory, partitions = PARTITIONS, projectors: count = 1, onStep = () => undefined } = options;
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = stops.pop(); end !== undefined; end = stops.pop()) await end();
  };
  try {
    await mkdir(directory, { recursive: true });
    onStep('Starting Kafka');
    const kafka = await startLocalKafka({ directory: join(directory, 'kafka') });
    stops.push(() => kafka.stop());
    onStep('Starting ClickHouse');
    const front = await startClickHouseFront({ directory: join(directory, 'clickhouse'), password: randomBytes(16).toString('hex') });
    stops.push(() => front.stop());

    const ingestEnvironment = {
      PLUMBLINE_KAFKA_BROKERS: kafka.brokers[0],
      PLUMBLINE_KAFKA_CREATE_TOPICS: '1',
      PLUMBLINE_KAFKA_REPLICAS: '1',
      PLUMBLINE_KAFKA_REPLICAS_IN_STEP: '1',
      PLUMBLINE_PARTITIONS: String(partitions),
      PLUMBLINE_CLICKHOUSE_URL: front.url,
      PLUMBLINE_CLICKHOUSE_USER: front.username,
      PLUMBLINE_CLICKHOUSE_PASSWORD: front.password,
      PLUMBLINE_SERVICE_TOKEN: randomBytes(32).toString('hex'),
      PLUMBLINE_DATA_DIR: join(directory, 'ingest'),
      PLUMBLINE_SNAPSHOT_DIR: join(directory, 'snapshots'),
      ...options.environment,
    };
    const ingest = await Program.on('ingest', ingestEnvironment);
    const environment = { ...ingestEnvironment, PLUMBLINE_INGEST_URL: ingest.address };
    const projectors = await Promise.all(Array.from({ length: count }, () => Program.on('projector', environment)));
    const api = await Program.on('api', environment, options.apiPort);
    const alerts = await Program.on('alerts', environment);
    // Ingest activates the policy that the others wait for, and a projector brings it to them.
    for (const program of [ingest, ...projectors, api, alerts]) {
      onStep(`Starting ${program.name}`);
      stops.push(() => program.stop());
      await program.start();
    }
    return { kafka, front, ingest, projectors, api, alerts, environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
