import { ProblemError } from '@plumbline/kernel';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { ServerMetadata } from 'openid-client';

const TIMEOUT_MILLISECONDS = 5_000;

/** What a provider says of itself. */
export interface IdentityProvider {
  /** Its name exactly as its tokens carry it. */
  readonly issuer: string;
  readonly metadata: ServerMetadata;
  /** Its signing keys; they are fetched when a token names one that is not known yet. */
  readonly keys: JWTVerifyGetKey;
}

/**
 * Asks an OpenID Connect provider for its discovery document. Addresses come from the configuration and from that document alone.
 * @throws ProblemError `access.issuer-unreachable` or `access.issuer-mismatch`.
 */
export async function discoverProvider(address: URL): Promise<IdentityProvider> {
  const configured = address.href.replace(/\/$/, '');
  const document = await readDocument(`${configured}/.well-known/openid-configuration`);
  const { issuer, jwks_uri: keys } = document;
  if (typeof issuer !== 'string' || issuer.replace(/\/$/, '') !== configured) {
    throw new ProblemError({
      code: 'access.issuer-mismatch',
      reason: 'The identity provider calls itself by another name than the configured one.',
      remedy: 'Set PLUMBLINE_OIDC_ISSUER to exactly the issuer that the provider states.',
    });
  }
  if (typeof keys !== 'string' || !URL.canParse(keys) || new URL(keys).protocol !== address.protocol) throw unreachable();
  return {
    issuer,
    metadata: { ...document, issuer, jwks_uri: keys },
    keys: createRemoteJWKSet(new URL(keys), { timeoutDuration: TIMEOUT_MILLISECONDS }),
  };
}

async function readDocument(address: string): Promise<Readonly<Record<string, ServerMetadata[string]>>> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS) });
    if (!answer.ok) throw unreachable();
    return (await answer.json()) as Readonly<Record<string, ServerMetadata[string]>>;
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
