import type { CookieOptions, Response } from 'express';

/** The cookies of a browser's session. Only the demonstration goes without TLS; `__Host-` binds a cookie to this very host. */
export class SessionCookies {
  /** The access token. */
  readonly session: string;
  /** What asks the provider for the next one, sealed. */
  readonly renewal: string;
  /** A sign-in that is under way, sealed. */
  readonly journey: string;

  constructor(private readonly secure: boolean) {
    this.session = secure ? '__Host-plumbline' : 'plumbline';
    this.renewal = `${this.session}-renewal`;
    this.journey = `${this.session}-journey`;
  }

  set(response: Response, name: string, value: string, expires: Date): void {
    response.cookie(name, value, { ...this.attributes(name), expires });
  }

  clear(response: Response, ...names: readonly string[]): void {
    for (const name of names) response.clearCookie(name, this.attributes(name));
  }

  /** The way back from the provider comes from a foreign page, which `strict` would send without the cookie that it needs. */
  private attributes(name: string): CookieOptions {
    return { httpOnly: true, sameSite: name === this.journey ? 'lax' : 'strict', secure: this.secure, path: '/' };
  }
}
