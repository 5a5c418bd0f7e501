/** A fact of the second kind after one of the first, within the window. */
export interface SequenceDeclaration {
  readonly measure: 'sequence';
  readonly first: string;
  readonly then: string;
}

export const sequence = (declaration: Omit<SequenceDeclaration, 'measure'>): SequenceDeclaration => ({
  measure: 'sequence',
  ...declaration,
});
