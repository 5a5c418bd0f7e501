import type { ApolloServerPlugin } from '@apollo/server';
import type { Metrics } from '@plumbline/runtime';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../common/context';
import { QueryCost } from './query-cost';

/** Checks the cost before anything is resolved, and measures how long operations take. */
export function requestPlugin(metrics: Metrics): ApolloServerPlugin<RequestContext> {
  const words = { name: 'graphql_duration_seconds', help: 'How long GraphQL operations take.', labels: ['operation'] as const };
  const duration = metrics.histogram(words, [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]);
  let cost: { readonly schema: GraphQLSchema; readonly of: QueryCost } | undefined;
  return {
    requestDidStart: () => {
      const stop = duration.startTimer();
      return Promise.resolve({
        didResolveOperation: ({ schema, document, request, operationName }) => {
          if (cost?.schema !== schema) cost = { schema, of: new QueryCost(schema) };
          cost.of.check({ document, variables: request.variables ?? {}, operationName: operationName ?? undefined });
          return Promise.resolve();
        },
        // The kind and not the name: names come from the caller and would fill the metrics.
        willSendResponse: ({ operation }) => {
          stop({ operation: operation?.operation ?? 'none' });
          return Promise.resolve();
        },
      });
    },
  };
}
