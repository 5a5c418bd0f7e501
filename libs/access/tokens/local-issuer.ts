import type { Clock } from '@plumbline/kernel';
import { SignJWT, exportJWK, generateKeyPair, createLocalJWKSet, type CryptoKey, type JWTVerifyGetKey } from 'jose';
import { randomUUID } from 'node:crypto';
import type { DepartmentScope, Person } from '../people/viewer';
import type { TokenRules } from './token-verifier';

/** A session of the local sign-in ends after this; a role that is taken away is gone by then at the latest. */
const SESSION_MINUTES = 8 * 60;

export const localTokenRules: TokenRules = {
  issuer: 'urn:plumbline:local',
  audience: 'urn:plumbline:api',
  algorithms: ['EdDSA'],
  maximumAgeMinutes: SESSION_MINUTES,
  rolesClaim: 'roles',
  departmentsClaim: 'departments',
};

/**
 * Issues the tokens of the local demonstration. The key is made anew with every start and never leaves the process: there is no
 * default secret to find, and a restart ends every session.
 */
export class LocalIssuer {
  private constructor(
    private readonly privateKey: CryptoKey,
    readonly keys: JWTVerifyGetKey,
    private readonly clock: Clock,
  ) {}

  static async start(clock: Clock): Promise<LocalIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'local', alg: 'EdDSA', use: 'sig' };
    return new LocalIssuer(privateKey, createLocalJWKSet({ keys: [jwk] }), clock);
  }

  async issue(person: Person & { readonly departments: DepartmentScope }): Promise<{ readonly token: string; readonly expiresAt: number }> {
    const issuedAt = Math.floor(this.clock.now() / 1_000);
    const expiresAt = issuedAt + SESSION_MINUTES * 60;
    const departments = person.departments === 'all' ? ['*'] : [...person.departments];
    const token = await new SignJWT({ name: person.name, roles: [...person.roles], departments })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'local' })
      .setIssuer(localTokenRules.issuer)
      .setAudience(localTokenRules.audience)
      .setSubject(person.id)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.privateKey);
    return { token, expiresAt: expiresAt * 1_000 };
  }
}
