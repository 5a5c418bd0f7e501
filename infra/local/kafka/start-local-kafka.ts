import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brokerClassPath } from './broker-jars';
import { BrokerProcess } from './broker-process';
import { brokerProperties, SASL_MECHANISMS, type BrokerListeners } from './broker-properties';
import { freePorts } from './free-ports';

export interface LocalKafkaOptions {
  /** Created where it is missing; a broker that is started on it again has the same topics. One broker at a time. */
  readonly directory: string;
  /** Where clients without credentials come in; a free port unless told, or for 0. */
  readonly port?: number;
  /** A second door that asks for these credentials by PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512. They are fixed when the directory is new. */
  readonly sasl?: { readonly user: string; readonly password: string };
  /** A second door with TLS: a key in PKCS #8 and its certificate, both PEM. */
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** A second door whose clients are told to come to this port of 127.0.0.1, where a proxy of the caller forwards them to it. */
  readonly proxied?: { readonly advertisedPort: number };
}

/** A real Apache Kafka of one node on this machine, as `host:port` for each of its doors. */
export interface LocalKafka {
  readonly brokers: readonly [string];
  readonly saslBrokers: readonly string[];
  readonly tlsBrokers: readonly string[];
  /** The port that a proxy forwards to; undefined without the door for one. */
  readonly proxiedPort: number | undefined;
  /** Of the broker as it runs now. */
  readonly pid: number | undefined;
  /** Ends the broker in order. */
  stop(): Promise<void>;
  /** Ends the broker as a crash does. */
  kill(): Promise<void>;
  /** Freezes the broker: its connections stay open and nobody answers. */
  pause(): void;
  resume(): void;
  /** Starts it again on the same ports and directory after it was stopped or killed; a running one is stopped first. */
  restart(): Promise<void>;
}

const run = promisify(execFile);

/**
 * Starts Apache Kafka without Docker: its jars come from Maven's repository once, Java runs them.
 * @throws ProblemError `local-kafka.tool-missing`, `local-kafka.not-fetched`, `local-kafka.not-started`
 */
export async function startLocalKafka(options: LocalKafkaOptions): Promise<LocalKafka> {
  const classPath = await brokerClassPath();
  const listeners = await prepareListeners(options);
  const propertiesFile = join(options.directory, 'server.properties');
  await writeFile(propertiesFile, brokerProperties(options.directory, listeners));
  if (!existsSync(join(options.directory, 'topics'))) await format(classPath, propertiesFile, options.sasl);
  let broker = await BrokerProcess.start(classPath, propertiesFile);
  const at = (port: number): string => `127.0.0.1:${port}`;
  return {
    brokers: [at(listeners.plain)],
    saslBrokers: listeners.sasl === undefined ? [] : [at(listeners.sasl.port)],
    tlsBrokers: listeners.tls === undefined ? [] : [at(listeners.tls.port)],
    proxiedPort: listeners.proxied?.port,
    get pid() {
      return broker.pid;
    },
    stop: () => broker.stop(),
    kill: () => broker.kill(),
    pause: () => {
      broker.signal('SIGSTOP');
    },
    resume: () => {
      broker.signal('SIGCONT');
    },
    restart: async () => {
      await broker.stop();
      broker = await BrokerProcess.start(classPath, propertiesFile);
    },
  };
}

async function prepareListeners({ directory, port, sasl, tls, proxied }: LocalKafkaOptions): Promise<BrokerListeners> {
  await mkdir(directory, { recursive: true });
  const [plain = 0, controller = 0, saslPort = 0, tlsPort = 0, proxiedPort = 0] = await freePorts(5);
  const certificateFile = join(directory, 'server.pem');
  if (tls !== undefined) await writeFile(certificateFile, `${tls.key.trim()}\n${tls.certificate.trim()}\n`, { mode: 0o600 });
  return {
    plain: port === undefined || port === 0 ? plain : port,
    controller,
    ...(sasl === undefined ? {} : { sasl: { ...sasl, port: saslPort } }),
    ...(tls === undefined ? {} : { tls: { port: tlsPort, certificateFile } }),
    ...(proxied === undefined ? {} : { proxied: { ...proxied, port: proxiedPort } }),
  };
}

async function format(classPath: string, propertiesFile: string, sasl: LocalKafkaOptions['sasl']): Promise<void> {
  // May begin with a hyphen, so it is given as one argument with its name.
  const clusterId = randomBytes(16).toString('base64url');
  const credentials =
    sasl === undefined
      ? []
      : SASL_MECHANISMS.filter((mechanism) => mechanism.startsWith('SCRAM')).flatMap((mechanism) => [
          '--add-scram',
          `${mechanism}=[name=${sasl.user},password=${sasl.password}]`,
        ]);
  const tool = ['-cp', classPath, 'kafka.tools.StorageTool', 'format', `--cluster-id=${clusterId}`, '-c', propertiesFile, ...credentials];
  await run('java', tool);
}
