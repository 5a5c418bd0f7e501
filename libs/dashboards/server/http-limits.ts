import type { NestExpressApplication } from '@nestjs/platform-express';
import { LIMITS } from './limits';

/** Bounds the body of every request of an application made with `bodyParser: false`; a larger one is answered 413. */
export function limitBodies(application: NestExpressApplication): void {
  application.useBodyParser('json', { limit: LIMITS.bodyBytes });
  application.disable('x-powered-by');
}
