export { EMailTransport, type EMailOptions } from './transports/e-mail';
export type { NotificationTransport } from './transports/transport';
export { WebhookTransport, type WebhookOptions } from './transports/webhook';
export { startAlerting, type Alerting, type AlertingOptions, type ProjectedAlerts } from './start-alerting';
export { alertingSettings, checkAlertingSettings, type AlertingSettings } from './settings';
export { transportsFrom } from './transports-from-settings';
