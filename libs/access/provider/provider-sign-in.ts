import { ProblemError } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import {
  ClientSecretBasic,
  Configuration,
  None,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
  tokenRevocation,
  type TokenEndpointResponse,
} from 'openid-client';
import type { Viewer } from '../people/viewer';
import type { IdentityProvider } from '../tokens/identity-provider';
import type { TokenVerifier } from '../tokens/token-verifier';
import { Seal } from './sealed';

export interface ProviderClient {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
  /** The audience that access tokens must be for; where it is an address it is asked for as a resource (RFC 8707). */
  readonly audience: string;
  /** The address of the dashboard; the provider sends people back to `auth/callback` below it. */
  readonly publicUrl: URL;
}

/** A browser that is on its way through the provider, or back. */
export interface Journey {
  /** Where the browser goes next. */
  readonly address: string;
  /** What it carries meanwhile and cannot read. */
  readonly sealed: string;
}

/** A session as a browser keeps it. */
export interface ProviderSession {
  readonly token: string;
  readonly viewer: Viewer;
  /** Sealed; undefined where the provider grants no renewal. */
  readonly renewal: string | undefined;
}

/** A sign-in is begun and finished within this, or begun anew; seconds. */
export const JOURNEY_SECONDS = 600;
/** Whatever the provider allows, somebody signs in again after a shift; seconds. */
export const RENEWAL_SECONDS = 12 * 3_600;
const TIMEOUT_SECONDS = 5;

/**
 * Sign-in at an identity provider: authorization code flow with PKCE, state and nonce (RFC 9700). Codes and tokens pass between the provider
 * and the platform; a browser carries them only in cookies that no script reads.
 */
export class ProviderSignIn {
  private readonly configuration: Configuration;
  private readonly seal: Seal;

  constructor(
    provider: IdentityProvider,
    private readonly client: ProviderClient,
    private readonly verifier: TokenVerifier,
    private readonly logger: Logger,
  ) {
    const { clientId, clientSecret } = client;
    this.configuration = new Configuration(
      provider.metadata,
      clientId,
      {},
      clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
    );
    this.configuration.timeout = TIMEOUT_SECONDS;
    this.seal = new Seal(clientSecret);
  }

  /** @param page the page of the dashboard to come back to, as a path */
  async begin(page: string): Promise<Journey> {
    const [verifier, state, nonce] = [randomPKCECodeVerifier(), randomState(), randomNonce()];
    const address = buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.callback.href,
      scope: this.client.scopes.join(' '),
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
      ...this.resource,
    });
    return {
      address: address.href,
      sealed: await this.seal.close('journey', { verifier, state, nonce, page: ownPage(page) }, JOURNEY_SECONDS),
    };
  }

  /**
   * Takes the code that the provider sent the browser back with.
   * @param path of the request, with its query
   * @throws ProblemError `access.sign-in-expired` where this browser did not begin it, `access.sign-in-refused` where the provider says no,
   *   `access.no-role` where the provider knows the person and gives no role here
   */
  async finish(path: string, sealed: string | undefined): Promise<ProviderSession & { readonly page: string }> {
    const journey = await this.seal.open('journey', sealed);
    if (journey === undefined) throw refused('access.sign-in-expired', 'This sign-in was not begun here, or too long ago.');
    const { verifier, state, nonce, page } = journey as Readonly<Record<'verifier' | 'state' | 'nonce' | 'page', string>>;
    const address = new URL(path, this.client.publicUrl);
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    const granted = await this.asked(() => authorizationCodeGrant(this.configuration, address, checks, this.resource));
    return { ...(await this.session(granted)), page };
  }

  /** A new access token for a session that is in use. @throws ProblemError where the provider grants none any more */
  async renew(sealed: string | undefined): Promise<ProviderSession> {
    const token = await this.refreshToken(sealed);
    if (token === undefined) throw refused('access.sign-in-expired', 'This session cannot be renewed.');
    return this.session(await this.asked(() => refreshTokenGrant(this.configuration, token, this.resource)), token);
  }

  /** Ends the session at the provider too. Answers where the browser has to go for that, if anywhere. */
  async end(sealed: string | undefined): Promise<string | undefined> {
    const { revocation_endpoint: revocation, end_session_endpoint: endSession } = this.configuration.serverMetadata();
    const token = await this.refreshToken(sealed);
    if (token !== undefined && revocation !== undefined) {
      await tokenRevocation(this.configuration, token).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'the identity provider did not take back a renewal');
      });
    }
    if (endSession === undefined) return undefined;
    return buildEndSessionUrl(this.configuration, { post_logout_redirect_uri: this.client.publicUrl.href }).href;
  }

  private async session(granted: TokenEndpointResponse, previous?: string): Promise<ProviderSession> {
    const viewer = await this.verifier.verify(granted.access_token);
    if (viewer.roles.length === 0) throw refused('access.no-role', 'The identity provider gives this person no role here.');
    const refresh = granted.refresh_token ?? previous;
    const renewal = refresh === undefined ? undefined : await this.seal.close('renewal', { refresh }, RENEWAL_SECONDS);
    return { token: granted.access_token, viewer, renewal };
  }

  private async refreshToken(sealed: string | undefined): Promise<string | undefined> {
    const refresh = (await this.seal.open('renewal', sealed))?.['refresh'];
    return typeof refresh === 'string' ? refresh : undefined;
  }

  private async asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      throw refused('access.sign-in-refused', 'The identity provider did not grant the sign-in.', error);
    }
  }

  private get callback(): URL {
    return new URL('/auth/callback', this.client.publicUrl);
  }

  private get resource(): Readonly<Record<string, string>> {
    return URL.canParse(this.client.audience) ? { resource: this.client.audience } : {};
  }
}

/** A path of this dashboard; whatever leads elsewhere leads home. */
function ownPage(page: string): string {
  const here = new URL('https://here.invalid/');
  const address = URL.canParse(page, here.href) ? new URL(page, here) : here;
  return address.origin === here.origin && page.startsWith('/') ? `${address.pathname}${address.search}` : '/';
}

function refused(
  code: 'access.sign-in-expired' | 'access.sign-in-refused' | 'access.no-role',
  reason: string,
  cause?: unknown,
): ProblemError {
  return new ProblemError(
    { code, reason, remedy: 'Sign in again; if it lasts, ask the administrator of the identity provider.' },
    { cause },
  );
}
