import { createLogger, type Logger } from '@plumbline/runtime';

/** What a child of these specifications is told, as one JSON text on its command line. */
export interface ChildOptions {
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Clinicians of one child have names that no other child uses. */
  readonly prefix: string;
}

export const toldToChild = (): ChildOptions => JSON.parse(process.argv[2] ?? '{}') as ChildOptions;

/**
 * Where a child complains. Never standard output: whoever touches `process.stdout` makes its descriptor answer EAGAIN to a ledger that is
 * written while nobody reads for a moment, and the child would die of that.
 */
export const logsOf = (name: string): Logger => createLogger({ name, level: 'warn', destination: process.stderr });
