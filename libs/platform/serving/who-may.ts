import { isPermitted, type Access } from '@plumbline/access';
import { SourceTokens, type IngestionHttp } from '@plumbline/ingestion';
import { ProblemError, sha256Hex } from '@plumbline/kernel';
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
