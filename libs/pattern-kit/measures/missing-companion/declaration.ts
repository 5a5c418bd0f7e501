/** A fact before which (up to the end of its local day) the same subject has none of the companions. */
export interface MissingCompanionDeclaration {
  readonly measure: 'missing-companion';
  readonly of: string;
  readonly companions: readonly string[];
}

export const missingCompanion = (declaration: Omit<MissingCompanionDeclaration, 'measure'>): MissingCompanionDeclaration => ({
  measure: 'missing-companion',
  ...declaration,
});
