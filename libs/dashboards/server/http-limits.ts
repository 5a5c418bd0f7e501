import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { LIMITS } from './limits';

/**
 * Reads and bounds the bodies of `/graphql` and `/auth`, for an application made with `bodyParser: false`; a larger one is answered 413.
 * Other paths are left alone: ingestion reads its own streams.
 */
export function limitBodies(application: NestExpressApplication): void {
  const parser = json({ limit: LIMITS.bodyBytes });
  application.use('/graphql', parser);
  application.use('/auth', parser);
  application.disable('x-powered-by');
}
