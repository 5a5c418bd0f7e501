import type { CombinedError, Operation, OperationResult } from 'urql';

/** Codes of errors that say nothing about the question: the platform or its tables were away. */
const AWAY = new Set(['INTERNAL_SERVER_ERROR']);

const isAway = ({ networkError, graphQLErrors }: CombinedError): boolean =>
  networkError !== undefined || graphQLErrors.some(({ extensions }) => AWAY.has(String(extensions['code'])));

/** The queries of what is in sight, and the last good answer of each. */
export class StandingQueries {
  private readonly standing = new Map<number, Operation>();
  private readonly answers = new Map<number, unknown>();

  observe(operation: Operation): void {
    if (operation.kind === 'query') this.standing.set(operation.key, operation);
    if (operation.kind !== 'teardown') return;
    this.standing.delete(operation.key);
    this.answers.delete(operation.key);
  }

  /** A page keeps what it shows while the platform is away; it sees the error beside it. */
  complete(result: OperationResult): OperationResult {
    const { operation, error } = result;
    if (operation.kind !== 'query') return result;
    if (error === undefined) this.answers.set(operation.key, result.data);
    else if (isAway(error) && this.answers.has(operation.key)) return { ...result, data: this.answers.get(operation.key), stale: true };
    return result;
  }

  get all(): readonly Operation[] {
    return [...this.standing.values()];
  }
}
