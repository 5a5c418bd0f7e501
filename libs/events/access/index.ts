export { identityRevealed, type IdentityRevealed } from './identity-revealed.v1';
export { personSeen, type PersonSeen } from './person-seen.v1';
export { recordViewed, type RecordViewed } from './record-viewed.v1';
export { signInBlocked, type SignInBlocked } from './sign-in-blocked.v1';
