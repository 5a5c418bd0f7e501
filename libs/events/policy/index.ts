export { policyActivated, type PolicyActivated } from './activated.v1';
