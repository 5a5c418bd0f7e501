import type { CombinedError } from 'urql';

/** What a person can do about a failed request, in a sentence; the server's own text stays in its log. */
export function problemWords(error: CombinedError): string {
  if (error.networkError !== undefined) return 'The platform cannot be reached. Check that it runs; this page tries again when you do.';
  const code = error.graphQLErrors[0]?.extensions.code;
  if (code === 'FORBIDDEN') return 'Your role or department does not cover this.';
  if (code === 'quarantine.unreachable')
    return 'The program that takes records in (ingest) does not answer. Everything that was taken in is safe; this part comes back with it.';
  if (code === 'UNAUTHENTICATED') return 'Your sign-in has ended. Sign in again to go on.';
  return 'The platform answered with a problem of its own. It is in the log of the platform; trying again may help.';
}
