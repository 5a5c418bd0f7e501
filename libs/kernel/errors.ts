/** A stable, documented code for something that went wrong, such as `event.unknown-type`. Codes are never reused for another meaning. */
export type ProblemCode = `${string}.${string}`;

/**
 * What went wrong, in a form that a person can act on and a program can match.
 * `facts` must be safe to show and to log: no identifier of a clinician or patient and no text of a message.
 */
export interface Problem {
  readonly code: ProblemCode;
  /** One sentence: what is wrong. */
  readonly reason: string;
  /** One sentence: what to do about it. */
  readonly remedy: string;
  /** Where in the input, as a JSON pointer, a column name or `line 12`. */
  readonly place?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** Carries one or more problems across a throw. Transports map it at the edge; nothing below knows an HTTP status. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const list = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(list.map((problem) => `${problem.code}: ${problem.reason} ${problem.remedy}`).join('\n'), options);
    this.name = 'ProblemError';
    this.problems = list;
  }

  /** The first problem's code, for callers that match on one. */
  get code(): ProblemCode {
    return this.problems[0]?.code ?? 'internal.unknown';
  }
}
