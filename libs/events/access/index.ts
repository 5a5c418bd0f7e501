export { identityRevealed, type IdentityRevealed } from './identity-revealed.v1';
