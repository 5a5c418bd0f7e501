export { deliveryAttempted, type DeliveryAttempted } from './delivery-attempted.v1';
export { escalated, type Escalated } from './escalated.v1';
