import { ProblemError } from '@plumbline/kernel';
import type { PartitionListener, PartitionMembership } from '@plumbline/projecting';
import type { ProcessContext } from '@plumbline/runtime';

/** Longer than a process that was killed is missed by its group. */
const ALONE_WITHIN_MILLISECONDS = 30_000;

/**
 * Ends the process when another ingest takes records into the same log: two would each accept what the other has already seen. It does
 * not keep the start waiting, because the place of an ingest that was killed stays taken for some seconds; what two take in twice
 * meanwhile is recognised by whoever reads the log.
 * @param membership of a group that shares one partition: whoever has it is the ingest of this log.
 */
export function onlyIngest(
  membership: PartitionMembership,
  { lifecycle }: Pick<ProcessContext, 'lifecycle'>,
  aloneWithinMilliseconds = ALONE_WITHIN_MILLISECONDS,
): void {
  let waiting: NodeJS.Timeout | undefined;
  const wait = (): void => {
    waiting ??= setTimeout(() => {
      lifecycle.fail('ingest', new ProblemError(anotherRuns));
    }, aloneWithinMilliseconds).unref();
  };
  const endWaiting = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  lifecycle.onStop('place of the one ingest', async () => {
    endWaiting();
    await membership.leave();
  });
  wait();
  const place: PartitionListener = {
    assigned: (partitions) => {
      if (partitions.length > 0) endWaiting();
      return Promise.resolve();
    },
    revoked: () => {
      wait();
      return Promise.resolve();
    },
  };
  membership.join(place).catch((error: unknown) => {
    lifecycle.fail('place of the one ingest', error);
  });
}

const anotherRuns = {
  code: 'ingest.another-runs',
  reason: 'Another ingest, with a state directory of its own, takes records into this log.',
  remedy: 'Stop one of the two: a log has one ingest, and its state directory moves with it.',
} as const;
