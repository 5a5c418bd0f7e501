import type { InForce } from '../engine/model';

/** Settings of a measure, read once per policy version. */
export function perPolicy<Resolved>(resolve: (inForce: InForce) => Resolved): (inForce: InForce) => Resolved {
  const known = new Map<InForce, Resolved>();
  let last: InForce | undefined;
  let resolved: Resolved | undefined;
  return (inForce) => {
    if (inForce === last && resolved !== undefined) return resolved;
    resolved = known.get(inForce) ?? resolve(inForce);
    known.set(inForce, resolved);
    last = inForce;
    return resolved;
  };
}
