import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ProblemError } from '@plumbline/kernel';
import { HealthModule, type ReadinessCheck } from '../health/health.module';
import { NestLogger } from '../logging/nest-logger';
import { MetricsModule } from '../metrics/metrics.module';
import type { ProcessContext } from '../process/process-context';

/** What a process serves besides `/health/live`, `/health/ready` and `/metrics`, and where. */
export interface HttpService {
  readonly host: string;
  /** 0 takes one that is free. */
  readonly port: number;
  readonly modules: readonly DynamicModule[];
  readonly readiness: readonly ReadinessCheck[];
  /** Adds middleware before the first request. */
  readonly prepare?: (application: NestExpressApplication) => void;
}

@Module({})
class ServedModule {
  static of(imports: DynamicModule[]): DynamicModule {
    return { module: ServedModule, imports };
  }
}

/**
 * Listens, as the last thing that a process does when it starts. Resolves with the address, such as `http://127.0.0.1:4747`.
 * @throws ProblemError `platform.port-taken`
 */
export async function serveHttp({ logger, metrics, lifecycle }: ProcessContext, service: HttpService): Promise<string> {
  const { host, port, modules, readiness, prepare } = service;
  const application = await NestFactory.create<NestExpressApplication>(
    ServedModule.of([...modules, HealthModule.forRoot(readiness), MetricsModule.forRoot(metrics)]),
    { bodyParser: false, logger: new NestLogger(logger), abortOnError: false },
  );
  prepare?.(application);
  try {
    await application.listen(port, host);
  } catch (error) {
    await application.close();
    throw portTaken(error, port);
  }
  lifecycle.onStop('web server', () => application.close());
  const { port: listening } = application.getHttpServer().address() as { readonly port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${listening}`;
}

function portTaken(error: unknown, port: number): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return error;
  return new ProblemError(
    {
      code: 'platform.port-taken',
      reason: `Port ${port} is taken by another program.`,
      remedy: 'Stop that program, or name another port with PLUMBLINE_PORT.',
    },
    { cause: error },
  );
}
