import type { Logger } from '@plumbline/runtime';
import type { logCreator } from 'kafkajs';

/** Fields of kafkajs's lines that are about the connection. Others may hold messages and their keys, and are not written. */
const SAFE_FIELDS = ['broker', 'groupId', 'memberId', 'correlationId', 'retryCount', 'retryTime', 'topic', 'partition'] as const;

/**
 * Where kafkajs's own lines go. It calls what it is about to repeat an error (a coordinator that is loading, a connection that was
 * refused), so its lines are for debugging only; what an operator has to know is said by those who use the client.
 */
export function quietly(logger: Logger): logCreator {
  return () =>
    ({ namespace, log }) => {
      const safe = Object.fromEntries(SAFE_FIELDS.flatMap((field) => (field in log ? [[field, log[field] as unknown]] : [])));
      logger.debug({ kafka: namespace, ...safe }, log.message);
    };
}
