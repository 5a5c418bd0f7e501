import { failure, success } from '@plumbline/kernel';
import type { Decision } from '../decision';

/** Opens a resolved case again, or declines a dismissal that waits for a second person. */
export const reopen: Decision<'reopen'> = (standing) => {
  if (standing.state === 'withdrawn') return failure('case.withdrawn');
  return standing.state === 'resolved' || standing.pending !== undefined ? success({ kind: 'reopened' }) : failure('case.not-resolved');
};
