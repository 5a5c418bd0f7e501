export { institutionKeyFrom, institutionKeyIn } from './institution-key';
export { IdentityVault, type Identity, type Revealed } from './identity-vault';
export { INSTITUTION, createPseudonymiser, type IdentityKeeper, type Pseudonymiser } from './pseudonymiser';
