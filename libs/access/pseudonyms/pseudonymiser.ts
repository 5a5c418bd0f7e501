import { createHmac } from 'node:crypto';
import type { ClinicianId, DonorId, PatientId, SubjectKind } from '@plumbline/kernel';
import { BoundedCache } from './bounded-cache';
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
  const cache = new BoundedCache<string>(options.cacheSize ?? 100_000);
  let fresh: (Identity & { readonly pseudonym: string })[] = [];
  const flush = (): void => {
    if (fresh.length === 0) return;
    keeper.remember(fresh);
    fresh = [];
  };
  return {
    pseudonymOf<Kind extends SubjectKind>(kind: Kind, identifier: string, authority = INSTITUTION): PseudonymOf<Kind> {
      const subject = `${kind}\u0000${authority}\u0000${identifier}`;
      const known = cache.get(subject);
      if (known !== undefined) return known as PseudonymOf<Kind>;
      const pseudonym = PREFIX[kind] + crockford60(createHmac('sha256', key).update(subject, 'utf8').digest());
      cache.set(subject, pseudonym);
      fresh.push({ pseudonym, kind, authority, identifier });
      return pseudonym as PseudonymOf<Kind>;
    },
    flush,
  };
}
