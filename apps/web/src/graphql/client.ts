import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from 'urql';
import type { Recovery } from './recovery';
import { StandingQueries } from './standing-queries';

function socketAddress(): string {
  return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;
}

/** Whether the platform does not, or no longer, know who asks. */
export function isSignedOut(error: CombinedError): boolean {
  const status = (error.response as Response | undefined)?.status;
  return status === 401 || error.graphQLErrors.some((each) => each.extensions.code === 'UNAUTHENTICATED');
}

export interface PlatformClient {
  readonly client: Client;
  readonly recovery: Recovery;
  readonly close: () => void;
}

/**
 * One door to the platform: queries and commands over HTTP, the live part over a socket that reconnects by itself. The browser sends
 * the session's cookie with both.
 *
 * @param signedOut called when the platform no longer knows the session.
 */
export function createPlatformClient(signedOut: () => void): PlatformClient {
  const queries = new StandingQueries();
  const listeners = new Set<() => void>();
  const socket = createSocket({ url: socketAddress(), lazy: true, retryAttempts: Number.POSITIVE_INFINITY });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { accept: 'application/json' } },
    exchanges: [
      mapExchange({
        onOperation: (operation) => {
          queries.observe(operation);
        },
        onResult: (result) => queries.complete(result),
        onError: (error) => {
          if (isSignedOut(error)) signedOut();
        },
      }),
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query: query ?? '', variables }, sink) }),
        }),
      }),
    ],
  });
  return {
    client,
    recovery: {
      recovered: () => {
        for (const operation of queries.all) {
          client.reexecuteOperation(
            client.createRequestOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }),
          );
        }
        for (const listener of listeners) listener();
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    close: () => {
      void socket.dispose();
    },
  };
}
