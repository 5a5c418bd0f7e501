import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Colleague, DepartmentScope, Person } from '../people/viewer';

/** A person of the local demonstration with the words that sign her in. */
export interface DemonstrationPerson extends Colleague {
  readonly passphrase: string;
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Sixty bits of a keyed hash in three groups: `k3m9-x0qv-7tta`. */
function passphrase(secret: Uint8Array, person: string): string {
  const digest = createHmac('sha256', secret).update(`sign-in of ${person}`).digest();
  const letters = Array.from(digest.subarray(0, 12), (byte) => CROCKFORD.charAt(byte & 31)).join('');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12)].join('-');
}

/**
 * The three people of the demonstration. Their words come from a secret of the data directory, so that they stay the same from
 * start to start and differ from installation to installation.
 *
 * @param secret at least 32 random bytes
 * @param directorsDepartments the departments that the medical director sees
 */
export function demonstrationPeople(secret: Uint8Array, directorsDepartments: readonly string[]): readonly DemonstrationPerson[] {
  if (secret.length < 32) throw new RangeError('the secret of the demonstration has at least 32 bytes');
  const person = (id: string, name: string, role: Person['roles'][number], departments: DepartmentScope): DemonstrationPerson => ({
    id,
    name,
    roles: [role],
    departments,
    passphrase: passphrase(secret, id),
  });
  return [
    person('risk-manager', 'Robin Ashdown', 'risk-manager', 'all'),
    person('medical-director', 'Morgan Tallis', 'medical-director', directorsDepartments),
    person('auditor', 'Alex Farrow', 'auditor', 'all'),
  ];
}

/** Compares in a time that does not depend on where the texts differ. */
export function samePassphrase(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', 'comparison').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
