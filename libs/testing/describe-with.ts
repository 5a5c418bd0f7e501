/** What a suite needs and does not have, and how to get it; undefined where it is there. */
export interface Need {
  readonly missing: string | undefined;
  /** True for what cannot be installed, such as inputs that are no part of the project: without it the suite is skipped everywhere. */
  readonly optional?: boolean;
}

/**
 * A suite that needs what may not be there. In continuous integration it then fails, because a skipped proof looks like a proof; on a
 * person's machine it is skipped with a line that says what to install.
 */
export function describeWith({ missing, optional = false }: Need, title: string, specifications: () => void): void {
  if (missing === undefined) {
    describe(title, specifications);
  } else if (optional || process.env['CI'] === undefined) {
    process.stderr.write(`Skipped: ${title}. ${missing}\n`);
    describe.skip(title, specifications);
  } else {
    it(title, () => {
      throw new Error(missing);
    });
  }
}
