import type { Condition } from '../../conditions';

/**
 * A fact about a pair that a registry relates. The entry counts whenever it was registered: kinship does not begin on the
 * day it is written down. The finding is known when both are. An entry that comes more than 400 days after a fact may find it judged for good.
 */
export interface RegistryMatchDeclaration {
  readonly measure: 'registry-match';
  readonly of: string;
  readonly registry: string;
  /** The field of the registry entry that names the relation. */
  readonly relation: string;
  readonly bands: { readonly when: Condition; readonly then: string; readonly otherwise: string };
}

export const registryMatch = (declaration: Omit<RegistryMatchDeclaration, 'measure'>): RegistryMatchDeclaration => ({
  measure: 'registry-match',
  ...declaration,
});
