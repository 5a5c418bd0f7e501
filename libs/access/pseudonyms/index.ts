export { institutionKeyFrom, institutionKeyIn } from './institution-key';
export type { Identity } from './identity';
export { IdentityVault, type Revealed } from './identity-vault';
export { INSTITUTION, createPseudonymiser, type IdentityKeeper, type Pseudonymiser } from './pseudonymiser';
