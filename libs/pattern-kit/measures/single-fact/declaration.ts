/** One fact is enough. Facts that follow one another within the window belong to one finding. */
export interface SingleFactDeclaration {
  readonly measure: 'single-fact';
  readonly rules: readonly SingleFactRule[];
}

export interface SingleFactRule {
  readonly of: string;
  readonly band: string;
  /** The fact counts only where none of that other kind lies in the window up to it. */
  readonly notAfter?: string;
}

export const singleFact = (...rules: readonly SingleFactRule[]): SingleFactDeclaration => ({ measure: 'single-fact', rules });
