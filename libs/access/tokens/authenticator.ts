import type { SeenPeople } from '../people/seen-people';
import type { Viewer } from '../people/viewer';
import { notAuthenticated } from './not-authenticated';
import type { TokenVerifier } from './token-verifier';

/** The headers that can carry a token. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/**
 * Finds out who asks. A browser carries the token in a cookie that scripts cannot read and that no other site can make it send
 * (HttpOnly, SameSite=Strict); a program carries it as a bearer token. Nothing else is looked at.
 */
export class Authenticator {
  constructor(
    private readonly verifier: TokenVerifier,
    /** `__Host-plumbline` behind TLS, which browsers bind to this very host; `plumbline` on loopback without it. */
    readonly cookieName: string,
    /** Where people are known only once they come; the demonstration knows its own. */
    private readonly seenPeople?: Pick<SeenPeople, 'notice'>,
  ) {}

  /** @throws ProblemError `access.not-authenticated` */
  async authenticate(credentials: Credentials): Promise<Viewer> {
    const token = bearerOf(credentials.authorization) ?? cookieOf(credentials.cookie, this.cookieName);
    if (token === undefined) throw notAuthenticated();
    const viewer = await this.verifier.verify(token);
    await this.seenPeople?.notice(viewer);
    return viewer;
  }
}

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/=-]{1,8192})$/i.exec(header ?? '')?.[1];
}

/** A cookie's value out of a request's header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}
