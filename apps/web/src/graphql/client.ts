import { createClient as createSocket, type Client as Socket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { forgetSession, sessionToken } from '../session/authentication';

function socketAddress(): string {
  return `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;
}

const authorization = (): Record<string, string> => {
  const token = sessionToken();
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
};

function connectSocket(): Socket {
  return createSocket({ url: socketAddress(), lazy: true, retryAttempts: Number.POSITIVE_INFINITY, connectionParams: authorization });
}

/**
 * One door to the platform: queries and commands over HTTP, the live part over a socket that reconnects by itself.
 *
 * @param signedOut called when the platform no longer knows the session.
 */
export function createPlatformClient(signedOut: () => void): { readonly client: Client; readonly close: () => void } {
  const socket = connectSocket();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { ...authorization(), accept: 'application/json' } }),
    exchanges: [
      mapExchange({
        onError: (error) => {
          const refused = error.graphQLErrors.some((each) => each.extensions.code === 'UNAUTHENTICATED');
          const status = (error.response as Response | undefined)?.status;
          if (!refused && status !== 401) return;
          forgetSession();
          signedOut();
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
