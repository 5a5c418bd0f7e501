import { ProblemError } from '@plumbline/kernel';

/** One answer for every reason. The cause is kept for those who hold the error, and never shown. */
export function notAuthenticated(cause?: unknown): ProblemError {
  return new ProblemError(
    { code: 'access.not-authenticated', reason: 'There is no valid session.', remedy: 'Sign in and try again.' },
    cause === undefined ? undefined : { cause },
  );
}
