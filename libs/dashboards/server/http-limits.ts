import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from 'express';
import { LIMITS } from './limits';

/** Where bodies are JSON of a person's making. Everything else reads its own body, as a stream and byte for byte. */
const WITH_SMALL_BODIES = ['/graphql', '/auth'];

/** Bounds the bodies of people's requests in an application made with `bodyParser: false`; a larger one is answered 413. */
export function limitBodies(application: NestExpressApplication): void {
  application.use(WITH_SMALL_BODIES, json({ limit: LIMITS.bodyBytes }));
  application.disable('x-powered-by');
}
