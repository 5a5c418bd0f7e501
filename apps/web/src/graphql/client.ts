import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from 'urql';

function socketAddress(): string {
  return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;
}

/** Whether the platform does not, or no longer, know who asks. */
export function isSignedOut(error: CombinedError): boolean {
  const status = (error.response as Response | undefined)?.status;
  return status === 401 || error.graphQLErrors.some((each) => each.extensions.code === 'UNAUTHENTICATED');
}

/**
 * One door to the platform: queries and commands over HTTP, the live part over a socket that reconnects by itself. The browser sends
 * the session's cookie with both.
 *
 * @param signedOut called when the platform no longer knows the session.
 */
export function createPlatformClient(signedOut: () => void): { readonly client: Client; readonly close: () => void } {
  const socket = createSocket({ url: socketAddress(), lazy: true, retryAttempts: Number.POSITIVE_INFINITY });
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { accept: 'application/json' } },
    exchanges: [
      mapExchange({
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
    close: () => {
      void socket.dispose();
    },
  };
}
