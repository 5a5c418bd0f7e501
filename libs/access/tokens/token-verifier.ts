import type { Clock } from '@plumbline/kernel';
import { decodeProtectedHeader, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { ROLES, type DepartmentScope, type Role, type Viewer } from '../people/viewer';
import { notAuthenticated } from './not-authenticated';
import type { Revocations } from './revocations';

/** What a token has to be. Everything is named here; nothing is believed because the token says so. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** Signature algorithms, all of them asymmetric: a public key can then never be used as a shared secret. */
  readonly algorithms: readonly ('EdDSA' | 'ES256' | 'ES384' | 'PS256' | 'RS256')[];
  /** Whatever its own expiry says, a token older than this counts for nothing; minutes. */
  readonly maximumAgeMinutes: number;
  /** The claims with the roles and the departments; the provider's administrator decides their names. */
  readonly rolesClaim: string;
  readonly departmentsClaim: string;
}

/** Clocks of two machines differ a little; seconds. */
const CLOCK_TOLERANCE = 5;

/** A signature that was found good stays good; still it is looked at again after so many milliseconds, should the issuer withdraw its key. */
const LONGEST_REMEMBERED = 60_000;
const MOST_REMEMBERED = 10_000;

/** Header members by which a token could bring or point to a key of its own. */
const KEY_CARRIERS = ['jwk', 'jku', 'x5c', 'x5u'] as const;

/**
 * Verifies access tokens after RFC 9068: `typ` is `at+jwt`, so that an ID token is not taken for one. Keys come from the rules'
 * issuer alone, never from the token's header.
 */
export class TokenVerifier {
  private readonly remembered = new Map<string, { readonly viewer: Viewer; readonly until: number }>();

  constructor(
    private readonly rules: TokenRules,
    private readonly keys: JWTVerifyGetKey,
    private readonly revocations: Revocations,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError `access.not-authenticated`, the same for every reason, so that an attacker learns none. */
  async verify(token: string): Promise<Viewer> {
    const known = this.remembered.get(token);
    const viewer = known !== undefined && this.clock.now() < known.until ? known.viewer : await this.examine(token);
    if (this.revocations.has(viewer.session)) throw notAuthenticated();
    return viewer;
  }

  private async examine(token: string): Promise<Viewer> {
    let payload: JWTPayload;
    const now = this.clock.now();
    try {
      const header = decodeProtectedHeader(token);
      if (KEY_CARRIERS.some((member) => member in header)) throw notAuthenticated();
      ({ payload } = await jwtVerify(token, this.keys, {
        algorithms: [...this.rules.algorithms],
        issuer: this.rules.issuer,
        audience: this.rules.audience,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'iat', 'exp', 'jti'],
        maxTokenAge: this.rules.maximumAgeMinutes * 60,
        clockTolerance: CLOCK_TOLERANCE,
        currentDate: new Date(now),
      }));
    } catch (error) {
      throw notAuthenticated(error);
    }
    const { sub, iat, exp, jti } = payload;
    if (sub === undefined || iat === undefined || exp === undefined || jti === undefined) throw notAuthenticated();
    const viewer = {
      id: sub,
      name: typeof payload['name'] === 'string' ? payload['name'] : sub,
      roles: rolesOf(payload[this.rules.rolesClaim]),
      departments: departmentsOf(payload[this.rules.departmentsClaim]),
      session: jti,
      expiresAt: exp * 1_000,
    };
    this.remember(token, viewer, Math.min(now + LONGEST_REMEMBERED, viewer.expiresAt, (iat + this.rules.maximumAgeMinutes * 60) * 1_000));
    return viewer;
  }

  private remember(token: string, viewer: Viewer, until: number): void {
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.clear();
    this.remembered.set(token, { viewer, until });
  }
}

function rolesOf(claim: unknown): readonly Role[] {
  return Array.isArray(claim) ? ROLES.filter((role) => claim.includes(role)) : [];
}

/** `*` means every department. A token that names none sees none: a forgotten claim must not open the house. */
function departmentsOf(claim: unknown): DepartmentScope {
  if (!Array.isArray(claim)) return [];
  return claim.includes('*') ? 'all' : claim.filter((department): department is string => typeof department === 'string');
}
