import { Body, Controller, Get, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import { ProblemError } from '@plumbline/kernel';
import type { Request, Response } from 'express';
import { ProviderSignIn } from '../provider/provider-sign-in';
import { Authenticator, cookieOf } from '../tokens/authenticator';
import { Revocations } from '../tokens/revocations';
import { guardBrowser, refusal } from './guard-browser';
import { isLoopback } from './loopback';
import { SessionCookies } from './session-cookies';
import { SignIn, SignInBlocked } from './sign-in';

/** The demonstration's sign-in and the end of every session. Only JSON is taken, which no foreign page can send without asking first. */
@Controller('auth')
export class SignInController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn | undefined,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Revocations) private readonly revocations: Revocations,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(ProviderSignIn) private readonly provider: ProviderSignIn | undefined,
  ) {}

  /** How people sign in here: at the identity provider, or locally as one of these. Their passphrases were printed at the start. */
  @Get('ways')
  ways(@Req() request: Request): { readonly provider: boolean; readonly people: readonly object[] } {
    const people = this.signIn !== undefined && isLoopback(request) ? this.signIn.people : [];
    return { provider: this.provider !== undefined, people: people.map(({ id, name, roles }) => ({ id, name, roles })) };
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
      this.cookies.set(response, this.cookies.session, token, new Date(expiresAt));
      response.status(200).json({ expiresAt: new Date(expiresAt).toISOString() });
    } catch (error) {
      if (error instanceof SignInBlocked) response.setHeader('retry-after', String(error.retryAfterSeconds));
      throw error instanceof ProblemError ? asHttp(error) : error;
    }
  }

  /** Ends the session here, and says where the browser goes to end it at the provider. */
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
    this.cookies.clear(response, this.cookies.session, this.cookies.renewal);
    const endSessionAt = await this.provider?.end(cookieOf(request.headers.cookie, this.cookies.renewal));
    response.status(200).json({ endSessionAt: endSessionAt ?? null });
  }
}

function asHttp(error: ProblemError): HttpException {
  const status = { 'access.too-many-attempts': 429, 'access.wrong-passphrase': 401, 'access.not-recorded': 503 }[error.code as string];
  return refusal(status ?? 500, error.code, error.problems[0]?.remedy ?? '');
}
