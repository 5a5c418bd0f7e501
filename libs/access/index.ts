export { AccessModule, openAccess, type Access, type AccessDependencies } from './access.module';
export { accessRules, accessSettings, type AccessConfiguration } from './access.settings';
export {
  ROLES,
  actingRole,
  isPermitted,
  permissionsOf,
  type Colleague,
  type DepartmentScope,
  type Permission,
  type Person,
  type Role,
  type Viewer,
} from './people/viewer';
export { AccessLog, type ViewedRecord } from './reads/access-log';
export { demonstrationPeople, type DemonstrationPerson } from './sign-in/demonstration';
export { isLoopback, isSameOrigin } from './sign-in/loopback';
export { Authenticator, type Credentials } from './tokens/authenticator';
export { LocalIssuer, localTokenRules } from './tokens/local-issuer';
export { Revocations } from './tokens/revocations';
export { TokenVerifier, type TokenRules } from './tokens/token-verifier';
export {
  INSTITUTION,
  IdentityVault,
  createPseudonymiser,
  institutionKeyFrom,
  institutionKeyIn,
  type Identity,
  type IdentityKeeper,
  type Pseudonymiser,
  type Revealed,
} from './pseudonyms';
