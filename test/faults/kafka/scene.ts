import { ensureTopics, openKafkaLog, type KafkaConnection } from '@plumbline/event-log';
import { createLogger } from '@plumbline/runtime';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalKafka, type LocalKafka } from '../../../infra/local/kafka';
import { until } from '../log/child';
import type { ChildOptions } from './child-options';
import { entriesFrom, type Entry, type Evidence } from './ledger';

const LOADER = join(__dirname, '../../support/typescript.cjs');
const CATCH_UP_MILLISECONDS = 60_000;

/** A program of these specifications in a process of its own; its ledger is what it said here, whatever becomes of it. */
export interface Child {
  readonly process: ChildProcess;
  /** What it said on each channel so far. */
  said(channel: 'acknowledged or read' | 'handed over'): readonly Entry[];
  readonly ended: Promise<unknown>;
  /** What it complained of, for whoever waits for it in vain. */
  complaints(): string;
}

/** A broker that can be disturbed, a topic in it, and those who write and read. */
export class Scene {
  private constructor(
    readonly kafka: LocalKafka,
    readonly topic: string,
    private readonly directory: string,
    private readonly connection: KafkaConnection,
  ) {}

  static async open(options: { readonly proxyPort?: number; readonly partitions?: number } = {}): Promise<Scene> {
    const directory = await mkdtemp(join(tmpdir(), 'plumbline-kafka-faults-'));
    const { proxyPort, partitions = 4 } = options;
    const kafka = await startLocalKafka({ directory, ...(proxyPort === undefined ? {} : { proxied: { advertisedPort: proxyPort } }) });
    const connection = { brokers: kafka.brokers, logger: createLogger({ name: 'scene', level: 'silent' }) };
    const topic = 'log';
    await ensureTopics(connection, [
      { name: topic, partitions, replicas: 1, replicasInStep: 1, retention: 'infinite', maxMessageBytes: 1024 * 1024 },
    ]);
    return new Scene(kafka, topic, directory, connection);
  }

  start(program: string, prefix: string, brokers: readonly string[] = this.kafka.brokers): Child {
    const told: ChildOptions = { brokers, topic: this.topic, prefix };
    const child = spawn(process.execPath, ['--require', LOADER, join(__dirname, `${program}.child.ts`), JSON.stringify(told)], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const [, acknowledgedOrRead, complained, handedOver] = child.stdio as [null, Readable, Readable, Readable, null];
    const said = { 'acknowledged or read': entriesFrom(acknowledgedOrRead), 'handed over': entriesFrom(handedOver) };
    const complaints: Buffer[] = [];
    complained.on('data', (chunk: Buffer) => complaints.push(chunk));
    return {
      process: child,
      said: (channel) => said[channel],
      ended: once(child, 'close'),
      complaints: () => Buffer.concat(complaints).toString('utf8'),
    };
  }

  /** Ends the writer in order, lets the reader come to the end, and gathers what everybody said. */
  async finish(writer: Child, reader: Child): Promise<Evidence> {
    writer.process.kill('SIGTERM');
    await writer.ended;
    const stored = await this.stored();
    await this.caughtUp(reader, stored.length);
    reader.process.kill('SIGKILL');
    await reader.ended;
    return {
      acknowledged: writer.said('acknowledged or read'),
      stored,
      read: reader.said('acknowledged or read'),
      handedOver: reader.said('handed over'),
    };
  }

  private async caughtUp(reader: Child, records: number): Promise<void> {
    const read = (): number => reader.said('acknowledged or read').length;
    const { process: child } = reader;
    const over = (): boolean => child.exitCode !== null || child.signalCode !== null;
    const told = (): string => `${read()} of ${records} read${over() ? ', and the reader ended' : ''}\n${reader.complaints()}`;
    await until(() => over() || read() >= records, 'the reader to come to the end', CATCH_UP_MILLISECONDS).catch((error: unknown) => {
      throw new Error(told(), { cause: error });
    });
    if (read() < records) throw new Error(told());
  }

  /** Everything that the log holds now. */
  async stored(): Promise<readonly Entry[]> {
    const log = await openKafkaLog({ connection: this.connection, topic: this.topic });
    const entries: Entry[] = [];
    for (const [partition, end] of (await log.ends()).entries()) {
      for (let from = 0; from < end;) {
        const { records, next } = await log.read(partition, from);
        entries.push(...records.map(({ key, position }): Entry => [key, partition, position]));
        from = next;
      }
    }
    await log.close();
    return entries;
  }

  async close(): Promise<void> {
    await this.kafka.stop();
    await rm(this.directory, { recursive: true });
  }
}
