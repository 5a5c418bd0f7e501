import { ProblemError } from '@plumbline/kernel';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

const TIMEOUT_MILLISECONDS = 5_000;

/**
 * Finds the keys of an OpenID Connect provider by its discovery document. Addresses come from the configuration and from that
 * document alone.
 * @throws ProblemError `access.issuer-unreachable` or `access.issuer-mismatch`.
 */
export async function discoverKeys(issuer: URL): Promise<JWTVerifyGetKey> {
  const address = `${issuer.href.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const document = await readDocument(address);
  const stated = document['issuer'];
  const keys = document['jwks_uri'];
  if (stated !== issuer.href && stated !== issuer.href.replace(/\/$/, '')) {
    throw new ProblemError({
      code: 'access.issuer-mismatch',
      reason: 'The identity provider calls itself by another name than the configured one.',
      remedy: 'Set PLUMBLINE_OIDC_ISSUER to exactly the issuer that the provider states.',
    });
  }
  if (typeof keys !== 'string' || !URL.canParse(keys) || new URL(keys).protocol !== issuer.protocol) throw unreachable();
  return createRemoteJWKSet(new URL(keys), { timeoutDuration: TIMEOUT_MILLISECONDS });
}

async function readDocument(address: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
    if (!answer.ok) throw unreachable();
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw unreachable(error);
  }
}

function unreachable(cause?: unknown): ProblemError {
  return new ProblemError(
    {
      code: 'access.issuer-unreachable',
      reason: 'The identity provider did not answer with its discovery document.',
      remedy: 'Check PLUMBLINE_OIDC_ISSUER and that this machine reaches it.',
    },
    cause === undefined ? undefined : { cause },
  );
}
