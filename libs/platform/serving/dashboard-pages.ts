import type { NestExpressApplication } from '@nestjs/platform-express';
import { static as serveFiles, type Request, type Response, type NextFunction } from 'express';
import helmet from 'helmet';
import { join } from 'node:path';

/** What the server itself answers; everything else is a page of the dashboard. */
const OWN = /^\/(graphql|auth|ingest|admin|health|metrics)(\/|$)/;

/** A page that is looked at for less than this must not be taken from a cache: it names the current build's files. */
const YEAR_SECONDS = 31_536_000;

/**
 * Serves the built dashboard and the headers that keep it from running anything else. Styles may stand inline because the
 * component library writes them so; scripts may not.
 */
export function serveDashboard(app: NestExpressApplication, directory: string): void {
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          connectSrc: ["'self'", 'ws:', 'wss:'],
          imgSrc: ["'self'", 'data:'],
          styleSrc: ["'self'", "'unsafe-inline'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use('/assets', serveFiles(join(directory, 'assets'), { immutable: true, maxAge: YEAR_SECONDS * 1_000, fallthrough: false }));
  app.use(serveFiles(directory, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if ((request.method === 'GET' || request.method === 'HEAD') && !OWN.test(request.path)) {
      response.setHeader('cache-control', 'no-store');
      response.sendFile(join(directory, 'index.html'));
      return;
    }
    next();
  });
}
