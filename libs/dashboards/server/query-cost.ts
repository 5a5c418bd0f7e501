import { GraphQLError, Kind, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { badInput } from '../common/bad-input';
import { MOST_ROWS } from '../common/paging';
import { LIMITS } from './limits';

/** A list without a page size is counted as so long. */
const TYPICAL_LIST = 10;
/** The largest lists that have no page size of their own. */
const LONG_LISTS: Readonly<Record<string, number>> = {
  evidence: 50,
  surroundings: 200,
  alertHistogram: 100,
  history: 50,
  acknowledgeAlerts: 100,
  assignAlerts: 100,
};
/** Lists whose length the page size of their connection says already. */
const PAGE_LISTS = new Set(['edges', 'nodes']);

const estimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const first: unknown = args['first'];
  if (typeof first === 'number') {
    if (first < 0 || first > MOST_ROWS) throw badInput(`first is a whole number from 0 to ${MOST_ROWS}`);
    return 1 + first * childComplexity;
  }
  if (PAGE_LISTS.has(field.name)) return childComplexity;
  const listed = LONG_LISTS[field.name] ?? (field.type.toString().startsWith('[') ? TYPICAL_LIST : 1);
  return 1 + listed * childComplexity;
};

interface Operation {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** The same few documents come again and again with the same few variables. */
const MOST_REMEMBERED = 50;

/**
 * Counts what an operation may fetch at most, page sizes in variables included.
 * @throws GraphQLError (400) where it is more than allowed, or a page is larger than any may be
 */
export class QueryCost {
  private readonly remembered = new WeakMap<DocumentNode, Map<string, number>>();

  constructor(private readonly schema: GraphQLSchema) {}

  check(operation: Operation): void {
    if (this.costOf(operation) > LIMITS.cost) {
      throw new GraphQLError('The query asks for too much at once.', { extensions: { code: 'QUERY_TOO_COSTLY', http: { status: 400 } } });
    }
  }

  private costOf({ document, variables, operationName }: Operation): number {
    const key = JSON.stringify([operationName, variables]);
    const known = this.remembered.get(document) ?? new Map<string, number>();
    this.remembered.set(document, known);
    let cost = known.get(key);
    if (cost === undefined) {
      cost = this.count({ document, variables, operationName });
      if (known.size >= MOST_REMEMBERED) known.clear();
      if (key.length < 1_000) known.set(key, cost);
    }
    return cost;
  }

  private count({ document, variables, operationName }: Operation): number {
    try {
      return getComplexity({
        schema: this.schema,
        query: document,
        variables,
        estimators: [estimator],
        ...(operationName === undefined ? {} : { operationName }),
      });
    } catch (error) {
      // The first to look at the values of the variables, before Apollo itself does.
      const definition = error instanceof GraphQLError ? error.nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION) : undefined;
      if (definition === undefined) throw error;
      throw badInput(`The variable $${definition.variable.name.value} needs a value of the type ${print(definition.type)}.`);
    }
  }
}
