import { isPermitted, type Access } from '@plumbline/access';
import { SourceTokens, type IngestionHttp } from '@plumbline/ingestion';
import { ProblemError, sha256Hex } from '@plumbline/kernel';
import { timingSafeEqual } from 'node:crypto';
import type { SourceEntry } from '../opening/sources';

/** The tokens of the configured sources; only their hashes are held. */
export function sourceTokens(sources: readonly SourceEntry[]): SourceTokens {
  return new SourceTokens(
    Object.fromEntries(sources.flatMap(({ name, token }) => (token === undefined ? [] : [[sha256Hex(token), name]]))),
  );
}

/** Who may look at originals in quarantine, and who may send them through again. */
export function operatorCheck({ authenticator }: Pick<Access, 'authenticator'>): IngestionHttp['requireOperator'] {
  return async (headers, may) => {
    const viewer = await authenticator.authenticate(headers);
    if (isPermitted(viewer, may === 'read' ? 'read-quarantine' : 'replay-quarantine')) return;
    throw new ProblemError({ code: 'access.not-permitted', reason: 'This role may not do that.', remedy: 'Ask an administrator.' });
  };
}

/** Lets in who shows the token that the services know each other by; people go through the dashboard. */
export function serviceCheck(token: string): IngestionHttp['requireOperator'] {
  const wanted = Buffer.from(sha256Hex(`Bearer ${token}`));
  return ({ authorization = '' }) =>
    timingSafeEqual(Buffer.from(sha256Hex(authorization)), wanted)
      ? Promise.resolve()
      : Promise.reject(
          new ProblemError({
            code: 'access.not-authenticated',
            reason: 'The request carries no token of a service.',
            remedy: 'Work on quarantine in the dashboard; services are given PLUMBLINE_SERVICE_TOKEN.',
          }),
        );
}
