import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ProblemError } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import type { Request, Response } from 'express';
import { guardBrowser, refusal } from '../sign-in/guard-browser';
import { SessionCookies } from '../sign-in/session-cookies';
import { cookieOf } from '../tokens/authenticator';
import { JOURNEY_SECONDS, ProviderSignIn, RENEWAL_SECONDS, type ProviderSession } from './provider-sign-in';

export const ACCESS_LOGGER = Symbol('logger of access');

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1_000);

/** The way of a browser through the identity provider. Exists where the provider knows the dashboard as a client. */
@Controller('auth')
export class ProviderSignInController {
  constructor(
    @Inject(ProviderSignIn) private readonly provider: ProviderSignIn,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
    @Inject(ACCESS_LOGGER) private readonly logger: Logger,
  ) {}

  @Get('start')
  async start(@Query('page') page: unknown, @Res() response: Response): Promise<void> {
    const { address, sealed } = await this.provider.begin(typeof page === 'string' ? page : '/');
    this.cookies.set(response, this.cookies.journey, sealed, inSeconds(JOURNEY_SECONDS));
    response.setHeader('cache-control', 'no-store');
    response.redirect(303, address);
  }

  @Get('callback')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    this.cookies.clear(response, this.cookies.journey);
    try {
      const { page, ...session } = await this.provider.finish(request.originalUrl, cookieOf(request.headers.cookie, this.cookies.journey));
      this.keep(response, session);
      response.redirect(303, page);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.logger.warn({ err: error }, 'a sign-in at the identity provider failed');
      // In the fragment, which is sent nowhere; the sign-in page says it in words.
      response.redirect(303, `/#sign-in-refused=${error.code}`);
    }
  }

  @Post('renew')
  async renew(@Req() request: Request, @Res() response: Response): Promise<void> {
    guardBrowser(request);
    try {
      const session = await this.provider.renew(cookieOf(request.headers.cookie, this.cookies.renewal));
      this.keep(response, session);
      response.status(200).json({ expiresAt: new Date(session.viewer.expiresAt).toISOString() });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.cookies.clear(response, this.cookies.renewal);
      throw refusal(401, error.code, error.problems[0]?.remedy ?? '');
    }
  }

  private keep(response: Response, { token, viewer, renewal }: ProviderSession): void {
    this.cookies.set(response, this.cookies.session, token, new Date(viewer.expiresAt));
    if (renewal !== undefined) this.cookies.set(response, this.cookies.renewal, renewal, inSeconds(RENEWAL_SECONDS));
  }
}
