/** What a child of these specifications is told, as one JSON text on its command line. */
export interface ChildOptions {
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Clinicians of one child have names that no other child uses. */
  readonly prefix: string;
}

export const toldToChild = (): ChildOptions => JSON.parse(process.argv[2] ?? '{}') as ChildOptions;
