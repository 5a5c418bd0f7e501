import { failure, success } from '@plumbline/kernel';
import { notOpen, type Decision } from '../decision';

/** A second person, never the first one again, confirms that a high tier is dismissed. */
export const confirm: Decision<'confirm'> = (standing, { data, at }) => {
  const closed = notOpen(standing);
  if (closed !== undefined) return closed;
  if (standing.pending === undefined) return failure('case.nothing-to-confirm');
  if (standing.pending.by === data.actor.id) return failure('case.second-person-required');
  return success({ kind: 'resolved', outcome: standing.pending.outcome, at });
};
