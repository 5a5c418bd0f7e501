import { Body, Controller, Get, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import { ProblemError } from '@plumbline/kernel';
import type { Request, Response } from 'express';
import { Authenticator } from '../tokens/authenticator';
import { Revocations } from '../tokens/revocations';
import { isLoopback, isSameOrigin } from './loopback';
import { SignIn, SignInBlocked } from './sign-in';

/** How the browser reaches the platform; only the demonstration goes without TLS. */
export interface SessionCookie {
  readonly secure: boolean;
}

export const SESSION_COOKIE = Symbol('session cookie');

/** The demonstration's sign-in and the end of every session. Only JSON is taken, which no foreign page can send without asking first. */
@Controller('auth')
export class SignInController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn | undefined,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Revocations) private readonly revocations: Revocations,
    @Inject(SESSION_COOKIE) private readonly cookie: SessionCookie,
  ) {}

  /** Whether the local sign-in exists here, and whom it knows. Their passphrases were printed at the start. */
  @Get('demonstration')
  people(@Req() request: Request): { readonly demonstration: boolean; readonly people: readonly object[] } {
    const people = this.signIn !== undefined && isLoopback(request) ? this.signIn.people : [];
    return { demonstration: people.length > 0, people: people.map(({ id, name, roles }) => ({ id, name, roles })) };
  }

  @Post('sign-in')
  async start(@Req() request: Request, @Res() response: Response, @Body() body: unknown): Promise<void> {
    if (this.signIn === undefined) throw refusal(404, 'access.no-local-sign-in', 'Sign in with the identity provider.');
    if (!isLoopback(request)) throw refusal(403, 'access.loopback-only', 'The local sign-in works on this machine only.');
    guardBrowser(request);
    const { person, passphrase } = (body ?? {}) as { readonly person?: unknown; readonly passphrase?: unknown };
    if (typeof person !== 'string' || typeof passphrase !== 'string' || person.length > 200 || passphrase.length > 200) {
      throw refusal(400, 'access.malformed', 'Send {"person": …, "passphrase": …}.');
    }
    try {
      const { token, expiresAt } = await this.signIn.signIn(person, passphrase, request.socket.remoteAddress ?? '');
      response.cookie(this.authenticator.cookieName, token, { ...this.attributes(), expires: new Date(expiresAt) });
      response.status(200).json({ expiresAt: new Date(expiresAt).toISOString() });
    } catch (error) {
      if (error instanceof SignInBlocked) response.setHeader('retry-after', String(error.retryAfterSeconds));
      throw error instanceof ProblemError ? asHttp(error) : error;
    }
  }

  @Post('sign-out')
  async end(@Req() request: Request, @Res() response: Response): Promise<void> {
    guardBrowser(request);
    try {
      const viewer = await this.authenticator.authenticate(request.headers);
      this.revocations.revoke(viewer.session, viewer.expiresAt);
    } catch (error) {
      // Whoever has no session any more is signed out already.
      if (!(error instanceof ProblemError)) throw error;
    }
    response.clearCookie(this.authenticator.cookieName, this.attributes());
    response.status(204).end();
  }

  private attributes(): { httpOnly: true; sameSite: 'strict'; secure: boolean; path: '/' } {
    return { httpOnly: true, sameSite: 'strict', secure: this.cookie.secure, path: '/' };
  }
}

function guardBrowser(request: Request): void {
  if (!isSameOrigin(request)) throw refusal(403, 'access.foreign-origin', 'Use the dashboard itself.');
  if (request.is('application/json') === false) throw refusal(415, 'access.not-json', 'Send application/json.');
}

function asHttp(error: ProblemError): HttpException {
  const status = { 'access.too-many-attempts': 429, 'access.wrong-passphrase': 401, 'access.not-recorded': 503 }[error.code as string];
  return refusal(status ?? 500, error.code, error.problems[0]?.remedy ?? '');
}

function refusal(status: number, code: string, remedy: string): HttpException {
  return new HttpException({ code, remedy }, status);
}
