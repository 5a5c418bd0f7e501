import { ProblemError } from '@plumbline/kernel';
import type { Consumer } from 'kafkajs';
import { isProgramFault } from '../core/fault';
import type { Positions } from './positions';

const isLostPosition = (error: unknown): boolean => error instanceof ProblemError && error.code === 'source-topic.position-lost';

/** What no further attempt mends. Everything else that reading throws is the client library's own affair: it joins again. */
export const isFatal = (error: unknown): boolean => isLostPosition(error) || isProgramFault(error);

/** Leaves the group for good and gives what to tell. Where a position was lost, the next start has to meet it too. */
export async function giveUp(consumer: Consumer, positions: Positions, error: unknown): Promise<unknown> {
  try {
    await consumer.disconnect();
    if (isLostPosition(error)) await positions.restore();
    return error;
  } catch (further) {
    return new AggregateError([error, further], 'reading of source topics failed, and so did leaving in order');
  }
}
