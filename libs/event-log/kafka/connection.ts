import type { Logger } from '@plumbline/runtime';
import { Kafka, type KafkaConfig, type SASLOptions } from 'kafkajs';
import { quietly } from './quiet-logs';
import { Sockets } from './sockets';

/** How to reach the brokers. One value of it serves every client of a process. */
export interface KafkaConnection {
  /** `host:port` of some brokers; the others are learned from them. */
  readonly brokers: readonly string[];
  /** The name that the brokers' own logs and quotas show; `plumbline` unless told. */
  readonly clientId?: string;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
  /** Left out: no encryption. Empty: encryption with the authorities that Node trusts. */
  readonly tls?: {
    /** Certificates (PEM) of the authorities that are trusted instead. */
    readonly certificateAuthority?: string;
    /** This client's own certificate and its key (PEM), where the brokers ask for one. */
    readonly certificate?: string;
    readonly key?: string;
  };
  readonly logger: Logger;
}

/** What a client may differ in from another one of the same process. */
export interface ClientOptions {
  /** After a first failure, so many further attempts, from 50 ms apart to 1 s; 5 unless told, which is about 1.5 s. */
  readonly attempts?: number;
  /** Where the client gets its sockets, for one that has to be put away without waiting. */
  readonly sockets?: Sockets;
}

const CONNECT_MILLISECONDS = 3_000;
const REQUEST_MILLISECONDS = 10_000;

export const retries = (attempts: number) => ({ retries: attempts, initialRetryTime: 50, maxRetryTime: 1_000 });

/** A client of kafkajs with our settings. It opens no connection before something made of it does. */
export function kafkaClient(connection: KafkaConnection, { attempts = 5, sockets = new Sockets() }: ClientOptions = {}): Kafka {
  const { brokers, clientId = 'plumbline', sasl, tls, logger } = connection;
  const options: KafkaConfig = {
    clientId,
    brokers: [...brokers],
    connectionTimeout: CONNECT_MILLISECONDS,
    requestTimeout: REQUEST_MILLISECONDS,
    retry: retries(attempts),
    logCreator: quietly(logger),
    socketFactory: sockets.factory,
  };
  if (sasl !== undefined) options.sasl = sasl as SASLOptions;
  if (tls !== undefined) {
    const { certificateAuthority: ca, certificate: cert, key } = tls;
    options.ssl = { ...(ca === undefined ? {} : { ca }), ...(cert === undefined ? {} : { cert }), ...(key === undefined ? {} : { key }) };
  }
  return new Kafka(options);
}
