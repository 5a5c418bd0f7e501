import { Controller, Get, Header, Inject, Module, type DynamicModule } from '@nestjs/common';
import { HealthCheckService, TerminusModule, type HealthCheckResult, type HealthIndicatorResult } from '@nestjs/terminus';

/** One thing that has to work before requests are welcome. `detail` is a sentence without identifiers. */
export interface ReadinessCheck {
  readonly name: string;
  readonly check: () => Promise<{ readonly ready: boolean; readonly detail?: string }>;
}

const READINESS = Symbol('readiness checks');

/** A check that does not answer counts as not ready: a load balancer must not wait for it. */
const CHECK_LIMIT_MILLISECONDS = 2_000;

@Controller('health')
class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(READINESS) private readonly checks: readonly ReadinessCheck[],
  ) {}

  /** The process answers; whether it can work is asked by `ready`. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(): Promise<HealthCheckResult> {
    return this.health.check(this.checks.map((check) => () => this.run(check)));
  }

  private async run({ name, check }: ReadinessCheck): Promise<HealthIndicatorResult> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<{ ready: false; detail: string }>((resolve) => {
      timer = setTimeout(() => {
        resolve({ ready: false, detail: 'did not answer in time' });
      }, CHECK_LIMIT_MILLISECONDS);
    });
    try {
      const { ready, detail } = await Promise.race([check(), late]);
      return { [name]: { status: ready ? 'up' : 'down', ...(detail === undefined ? {} : { detail }) } };
    } catch {
      // The error's text stays inside: this answer is for everybody who reaches the port.
      return { [name]: { status: 'down', detail: 'the check failed' } };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Serves `/health/live` and `/health/ready` (503 with the names of what is not ready). */
@Module({})
export class HealthModule {
  static forRoot(checks: readonly ReadinessCheck[]): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController],
      providers: [{ provide: READINESS, useValue: checks }],
    };
  }
}
