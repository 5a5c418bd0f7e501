import { ProblemError, type ProblemCode } from '@plumbline/kernel';

interface KafkaError {
  readonly name: string;
  readonly message: string;
  /** Kafka's own name of what is wrong, such as `TOPIC_AUTHORIZATION_FAILED`. */
  readonly type?: string;
  readonly retriable?: boolean;
  readonly code?: string | number;
}

/** The error and what it says it was caused by, outermost first: kafkajs wraps what it gave up on. */
function chainOf(error: unknown): readonly KafkaError[] {
  const chain: KafkaError[] = [];
  for (let at: unknown = error; at instanceof Error && chain.length < 8; at = at.cause) chain.push(at);
  return chain;
}

/** Kafka's own name of what it answered with, such as `REBALANCE_IN_PROGRESS`; undefined where it did not answer. */
export const protocolErrorOf = (error: unknown): string | undefined => chainOf(error).find(({ type }) => type !== undefined)?.type;

interface Kind {
  readonly code: ProblemCode;
  readonly matches: (error: KafkaError) => boolean;
  readonly reason: string;
  readonly remedy: string;
}

const TLS_CODES = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/;

const KINDS: readonly Kind[] = [
  {
    code: 'kafka.credentials-refused',
    matches: ({ name, type, message }) =>
      name === 'KafkaJSSASLAuthenticationError' ||
      type === 'SASL_AUTHENTICATION_FAILED' ||
      /SASL .*mechanism|SASL.*authentication failed/i.test(message),
    reason: 'Kafka refused the credentials.',
    remedy: 'Correct PLUMBLINE_KAFKA_SASL_MECHANISM, PLUMBLINE_KAFKA_SASL_USERNAME and PLUMBLINE_KAFKA_SASL_PASSWORD.',
  },
  {
    code: 'kafka.certificate-refused',
    matches: ({ code, message }) => TLS_CODES.test(String(code)) || /certificate|wrong version number/i.test(message),
    reason: 'An encrypted connection to Kafka could not be made.',
    remedy: 'Name the authority of its certificate with PLUMBLINE_KAFKA_TLS_CA, and check that its listener speaks TLS.',
  },
  {
    code: 'kafka.not-authorised',
    matches: ({ type }) => /AUTHORIZATION_FAILED$/.test(type ?? ''),
    reason: 'Kafka knows these credentials and does not allow what was asked.',
    remedy: 'Let this user describe, read and write the topics of the platform and read its consumer groups.',
  },
  {
    code: 'kafka.topic-missing',
    matches: ({ type }) => type === 'UNKNOWN_TOPIC_OR_PARTITION',
    reason: 'A topic of the platform does not exist.',
    remedy: 'Create the topics that infra/kafka/topics.yaml declares.',
  },
  {
    code: 'log.record-unacceptable',
    matches: ({ type }) => type === 'MESSAGE_TOO_LARGE' || type === 'RECORD_LIST_TOO_LARGE',
    reason: 'Kafka does not take so large a batch.',
    remedy: 'Raise max.message.bytes of the topic to what infra/kafka/topics.yaml declares.',
  },
  {
    code: 'kafka.too-few-replicas',
    matches: ({ type }) => /^NOT_ENOUGH_REPLICAS/.test(type ?? ''),
    reason: 'Fewer replicas are in step than the topic asks for, so nothing was acknowledged.',
    remedy: 'Bring the missing brokers back; sending goes on by itself then.',
  },
];

const UNREACHABLE = {
  code: 'kafka.unreachable',
  reason: 'No broker of Kafka answers.',
  remedy: 'Start Kafka, or correct PLUMBLINE_KAFKA_BROKERS and, where its listener is encrypted or is not, PLUMBLINE_KAFKA_TLS.',
} as const;

const unreachableNames =
  /^KafkaJS(Connection|RequestTimeout|NoBrokerAvailable|BrokerNotFound|GroupCoordinatorNotFound|LockTimeout)|^KafkaJSTimeout/;

/** What an error of kafkajs means. A problem passes as it is. */
export function kafkaProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const chain = chainOf(error);
  const kind = KINDS.find(({ matches }) => chain.some(matches));
  if (kind !== undefined) return new ProblemError({ code: kind.code, reason: kind.reason, remedy: kind.remedy }, { cause: error });
  if (chain.some(({ name }) => unreachableNames.test(name))) return new ProblemError(UNREACHABLE, { cause: error });
  const root = chain.at(-1);
  return new ProblemError(
    {
      code: 'kafka.failed',
      reason: `Kafka answered with an error that is not expected (${root?.type ?? root?.name ?? 'unknown'}).`,
      remedy: 'Look at the log of the brokers; start the platform again when they are well.',
    },
    { cause: error },
  );
}

const PERMANENT: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'kafka.credentials-refused',
  'kafka.certificate-refused',
  'kafka.not-authorised',
  'log.record-unacceptable',
  'log.position-out-of-range',
]);

/** Whether the same request may succeed later without anybody doing anything about it here. */
export function isTransient(error: unknown): boolean {
  const chain = chainOf(error);
  if (PERMANENT.has(kafkaProblem(error).code)) return false;
  // Errors of our own making (a TypeError in a decoder, say) do not pass by waiting.
  return chain.some(
    ({ name, retriable }) => retriable === true || unreachableNames.test(name) || name === 'KafkaJSNumberOfRetriesExceeded',
  );
}

export function beyondReach(partition: number, from: number): ProblemError {
  return new ProblemError({
    code: 'log.position-out-of-range',
    reason: `Partition ${partition} does not have position ${from}: it lies beyond its end, or before what the topic still keeps.`,
    remedy: 'Start the reader from a position that it was given by this log, and keep the topic’s retention infinite; nothing was skipped.',
    facts: { partition, from },
  });
}
