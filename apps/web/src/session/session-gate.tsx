import { Center, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { Provider, useQuery } from 'urql';
import { createPlatformClient, isSignedOut } from '../graphql/client';
import { RecoveryContext } from '../graphql/recovery';
import { SessionDocument, type SessionQuery } from '../graphql/operations.generated';
import { problemWords } from '../parts/problem-words';
import { Failed } from '../parts/states';
import { signOut } from './authentication';
import { ClockContext, type Clock } from './clock';
import { SessionContext, type Viewer } from './session';
import { SignInPage } from './sign-in-page';
import { useRenewal } from './use-renewal';

/** Lets in who is signed in, and shows the sign-in page to everybody else. The page asked for stays in the URL. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  // Another person's answers are never shown from a cache: each sign-in starts with a new client.
  const [visit, setVisit] = useState(1);
  const [outside, setOutside] = useState(() => window.location.hash.startsWith('#sign-in'));
  const leave = useCallback(() => {
    setOutside(true);
  }, []);
  if (outside) {
    return (
      <SignInPage
        onSignedIn={() => {
          setVisit((previous) => previous + 1);
          setOutside(false);
        }}
      />
    );
  }
  return (
    <Visit key={visit} leave={leave}>
      {children}
    </Visit>
  );
}

function Visit({ leave, children }: { readonly leave: () => void; readonly children: ReactNode }) {
  const platform = useMemo(() => createPlatformClient(leave), [leave]);
  useEffect(() => platform.close, [platform]);
  const end = useCallback(() => {
    signOut().then(leave, () => {
      notifications.show({
        color: 'ochre',
        title: 'You are still signed in',
        message: 'The platform could not be reached to end the session.',
      });
    });
  }, [leave]);
  return (
    <Provider value={platform.client}>
      <RecoveryContext.Provider value={platform.recovery}>
        <WithSession signOut={end}>{children}</WithSession>
      </RecoveryContext.Provider>
    </Provider>
  );
}

function clockOf(viewer: SessionQuery['viewer']): Clock {
  const ahead = Date.parse(viewer.now) - Date.now();
  return { zone: viewer.zone, now: () => Date.now() + ahead };
}

function WithSession({ signOut: end, children }: { readonly signOut: () => void; readonly children: ReactNode }) {
  const [{ data, error }, again] = useQuery({ query: SessionDocument });
  const session = useMemo(() => (data === undefined ? undefined : { ...data, signOut: end }), [data, end]);
  const clock = useMemo(() => (data === undefined ? undefined : clockOf(data.viewer)), [data]);
  if (session === undefined || clock === undefined) {
    return (
      <Center mih="100dvh" p="md" component="main">
        {error === undefined || isSignedOut(error) ? (
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
      <ClockContext.Provider value={clock}>
        <Renewal viewer={session.viewer} />
        {children}
      </ClockContext.Provider>
    </SessionContext.Provider>
  );
}

function Renewal({ viewer }: { readonly viewer: Viewer }) {
  useRenewal(viewer);
  return null;
}
