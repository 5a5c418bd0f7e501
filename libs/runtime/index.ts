export { readConfiguration, type ConfigurationRule } from './config/read-configuration';
export {
  addressSetting,
  choiceSetting,
  flagSetting,
  listSetting,
  optionalTextSetting,
  secretSetting,
  textSetting,
  wholeSetting,
  type ConfigurationOf,
  type Environment,
  type Setting,
  type Settings,
} from './config/setting';
export { HealthModule, type ReadinessCheck } from './health/health.module';
export { Lifecycle } from './lifecycle/lifecycle';
export { createLogger, type Logger, type LogLevel, type LoggerOptions } from './logging/logger';
export { NestLogger } from './logging/nest-logger';
export { Metrics, type MetricWords } from './metrics/metrics';
export { MetricsModule } from './metrics/metrics.module';
export { serveHttp, type HttpService } from './http/serve-http';
export type { ProcessContext } from './process/process-context';
export { runApplication, type Application } from './process/run-application';
export { usableCores } from './process/usable-cores';
