import { Center, Loader } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider, useQuery } from 'urql';
import { createPlatformClient } from '../graphql/client';
import { SessionDocument, type SessionQuery } from '../graphql/operations.generated';
import { problemWords } from '../parts/problem-words';
import { Failed } from '../parts/states';
import { forgetSession, sessionToken } from './authentication';
import { ClockContext, type Clock } from './clock';
import { SessionContext } from './session';
import { SignInPage } from './sign-in-page';

/** Lets in who is signed in, and shows the sign-in page to everybody else. The page asked for stays in the URL. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const [token, setToken] = useState(sessionToken);
  const leave = useCallback(() => {
    forgetSession();
    setToken(undefined);
  }, []);
  if (token === undefined) {
    return (
      <SignInPage
        onSignedIn={() => {
          setToken(sessionToken());
        }}
      />
    );
  }
  return (
    // Another person's answers are never shown from a cache: a new token starts with a new client.
    <SignedIn key={token} leave={leave}>
      {children}
    </SignedIn>
  );
}

function SignedIn({ leave, children }: { readonly leave: () => void; readonly children: ReactNode }) {
  const platform = useMemo(() => createPlatformClient(leave), [leave]);
  useEffect(() => platform.close, [platform]);
  return (
    <Provider value={platform.client}>
      <WithSession signOut={leave}>{children}</WithSession>
    </Provider>
  );
}

function clockOf(viewer: SessionQuery['viewer']): Clock {
  const ahead = Date.parse(viewer.now) - Date.now();
  return { zone: viewer.zone, now: () => Date.now() + ahead };
}

function WithSession({ signOut, children }: { readonly signOut: () => void; readonly children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: SessionDocument });
  const session = useMemo(() => (data === undefined ? undefined : { ...data, signOut }), [data, signOut]);
  const clock = useMemo(() => (data === undefined ? undefined : clockOf(data.viewer)), [data]);
  if (session === undefined || clock === undefined) {
    return (
      <Center mih="100dvh" p="md">
        {error === undefined ? (
          <Loader aria-label="Loading" />
        ) : (
          <Failed
            what="The dashboard could not be loaded."
            why={problemWords(error)}
            retry={() => {
              again({ requestPolicy: 'network-only' });
            }}
          />
        )}
      </Center>
    );
  }
  return (
    <SessionContext.Provider value={session}>
      <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>
    </SessionContext.Provider>
  );
}
