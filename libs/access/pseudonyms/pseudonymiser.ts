import { BoundedCache, HmacSha256, type ClinicianId, type DonorId, type PatientId, type SubjectKind } from '@plumbline/kernel';
import { crockford60 } from './crockford';
import type { NamedIdentity } from './identity';

type PseudonymOf<Kind extends SubjectKind> = Kind extends 'clinician' ? ClinicianId : Kind extends 'patient' ? PatientId : DonorId;

const PREFIX: Readonly<Record<SubjectKind, string>> = { clinician: 'K-', patient: 'P-', donor: 'D-' };
const CACHE_SIZE = 100_000;

/** Where the identities behind new pseudonyms are kept; see `IdentityVault`. */
export interface IdentityKeeper {
  /** Resolves when they are durable. */
  remember(entries: readonly NamedIdentity[]): Promise<void>;
}

/** Identifiers of one authority mean the same person in every source that uses it. */
export const INSTITUTION = 'institution';

export interface Pseudonymiser {
  /**
   * The pseudonym of an identifier, the same for ever under the same key. `authority` says who issued the identifier; the
   * institution itself unless a source has numbers of its own.
   */
  pseudonymOf<Kind extends SubjectKind>(kind: Kind, identifier: string, authority?: string): PseudonymOf<Kind>;
  /**
   * Resolves when the identities of all pseudonyms given out so far, to whomever, are durable. Wait for it before an event that names them
   * is appended. Where it rejects they are tried again by the next call.
   */
  flush(): Promise<void>;
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
    if (cache === undefined) caches[kind].set(authority, (cache = new BoundedCache(options.cacheSize ?? CACHE_SIZE)));
    return cache;
  };
  const codes = new HmacSha256(key);
  let fresh: NamedIdentity[] = [];
  let last: Promise<void> | undefined;
  const keepFresh = async (): Promise<void> => {
    if (fresh.length === 0) return;
    const entries = fresh;
    fresh = [];
    try {
      await keeper.remember(entries);
    } catch (error) {
      fresh = [...entries, ...fresh];
      throw error;
    }
  };
  return {
    pseudonymOf<Kind extends SubjectKind>(kind: Kind, identifier: string, authority = INSTITUTION): PseudonymOf<Kind> {
      const cache = cacheOf(kind, authority);
      const known = cache.get(identifier);
      if (known !== undefined) return known as PseudonymOf<Kind>;
      const subject = `${kind}\u0000${authority}\u0000${identifier}`;
      const pseudonym = PREFIX[kind] + crockford60(codes.characters(subject));
      cache.set(identifier, pseudonym);
      fresh.push({ pseudonym, kind, authority, identifier });
      return pseudonym as PseudonymOf<Kind>;
    },
    flush() {
      if (fresh.length === 0 && last === undefined) return Promise.resolve();
      // One after the other: whoever comes while another's identities are being written may have been given the same pseudonyms.
      const flushed = (last ?? Promise.resolve()).then(keepFresh, keepFresh);
      last = flushed;
      const done = (): void => {
        if (last === flushed) last = undefined;
      };
      flushed.then(done, done);
      return flushed;
    },
  };
}
