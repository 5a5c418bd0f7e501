export { Deliverer, type DelivererOptions } from './deliverer';
export { DeliveryFold, type DeliverySnapshot } from './delivery-fold';
export { EMailTransport, type EMailOptions } from './transports/e-mail';
export type { NotificationTransport } from './transports/transport';
export { WebhookTransport, type WebhookOptions } from './transports/webhook';
export { alertingSettings, checkAlertingSettings, type AlertingSettings } from './settings';
export { transportsFrom } from './transports-from-settings';
