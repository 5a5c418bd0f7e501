import { createHmac } from 'node:crypto';
import { BoundedCache, type ClinicianId, type DonorId, type PatientId, type SubjectKind } from '@plumbline/kernel';
import { crockford60 } from './crockford';
import type { Identity } from './identity-vault';

type PseudonymOf<Kind extends SubjectKind> = Kind extends 'clinician' ? ClinicianId : Kind extends 'patient' ? PatientId : DonorId;

const PREFIX: Readonly<Record<SubjectKind, string>> = { clinician: 'K-', patient: 'P-', donor: 'D-' };

/** Where the identities behind new pseudonyms are kept; see `IdentityVault`. */
export interface IdentityKeeper {
  remember(entries: readonly (Identity & { readonly pseudonym: string })[]): void;
}

/** Identifiers of one authority mean the same person in every source that uses it. */
export const INSTITUTION = 'institution';

export interface Pseudonymiser {
  /**
   * The pseudonym of an identifier, the same for ever under the same key. `authority` says who issued the identifier; the
   * institution itself unless a source has numbers of its own.
   */
  pseudonymOf<Kind extends SubjectKind>(kind: Kind, identifier: string, authority?: string): PseudonymOf<Kind>;
  /** Makes the identities of all pseudonyms given out so far durable. Call it before an event that names them is appended. */
  flush(): void;
}

/**
 * HMAC-SHA256 over kind, authority and identifier with the institution's key, cut to 60 bits: a million people collide with a
 * chance of one in two million. Without the key an identifier cannot be tested against a pseudonym.
 */
export function createPseudonymiser(key: Uint8Array, keeper: IdentityKeeper, options: { readonly cacheSize?: number } = {}): Pseudonymiser {
  // By authority and kind, so that the identifier alone is looked up: joining the three would cost more than finding them.
  const caches: Readonly<Record<SubjectKind, Map<string, BoundedCache<string>>>> = {
    clinician: new Map(),
    patient: new Map(),
    donor: new Map(),
  };
  const cacheOf = (kind: SubjectKind, authority: string): BoundedCache<string> => {
    let cache = caches[kind].get(authority);
    if (cache === undefined) caches[kind].set(authority, (cache = new BoundedCache(options.cacheSize ?? 100_000)));
    return cache;
  };
  let fresh: (Identity & { readonly pseudonym: string })[] = [];
  const flush = (): void => {
    if (fresh.length === 0) return;
    keeper.remember(fresh);
    fresh = [];
  };
  return {
    pseudonymOf<Kind extends SubjectKind>(kind: Kind, identifier: string, authority = INSTITUTION): PseudonymOf<Kind> {
      const cache = cacheOf(kind, authority);
      const known = cache.get(identifier);
      if (known !== undefined) return known as PseudonymOf<Kind>;
      const subject = `${kind}\u0000${authority}\u0000${identifier}`;
      const pseudonym = PREFIX[kind] + crockford60(createHmac('sha256', key).update(subject, 'utf8').digest());
      cache.set(identifier, pseudonym);
      fresh.push({ pseudonym, kind, authority, identifier });
      return pseudonym as PseudonymOf<Kind>;
    },
    flush,
  };
}
