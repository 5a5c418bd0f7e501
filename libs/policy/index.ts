export { activatedPolicy, activationOf, type Activation } from './activation';
export type { DeclaredPattern, DeclaredSetting } from './declared-pattern';
export { defaultPolicyText } from './default-policy.generated';
export {
  TIERS,
  type Playbook,
  type PlaybookStep,
  type PolicyDocument,
  type QuietHours,
  type Recipient,
  type RecipientSelector,
  type Transport,
} from './document';
export { policySchema } from './document.schema';
export { policyView } from './policy-view';
export { checkPolicy, defaultPolicy, readPolicy, type PolicyContext } from './read-policy';
export { deliverAt, recipientsOf, routeFinding, type AlertRoute } from './route-finding';
