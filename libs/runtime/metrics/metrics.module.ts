import { Controller, Get, Header, Inject, Module, type DynamicModule } from '@nestjs/common';
import { Metrics } from './metrics';

@Controller()
class MetricsController {
  constructor(@Inject(Metrics) private readonly metrics: Metrics) {}

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  async read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

/** Serves `/metrics` for Prometheus. */
@Module({})
export class MetricsModule {
  static forRoot(metrics: Metrics): DynamicModule {
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [{ provide: Metrics, useValue: metrics }],
      exports: [Metrics],
    };
  }
}
