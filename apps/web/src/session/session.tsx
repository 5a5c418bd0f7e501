import { createContext, useCallback, useContext } from 'react';
import type { Permission, SessionQuery } from '../graphql/operations.generated';

export type Viewer = SessionQuery['viewer'];
export type PatternWords = SessionQuery['patterns'][number];
export type Colleague = SessionQuery['people'][number];

export interface Session {
  readonly viewer: Viewer;
  /** The people to whom a case can be given. */
  readonly people: readonly Colleague[];
  readonly patterns: readonly PatternWords[];
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of the person who is signed in. Every page below the frame has one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession is used outside the signed-in part of the dashboard');
  return session;
}

/** Whether the viewer's role allows something; the platform refuses the rest all the same. */
export function useMay(permission: Permission): boolean {
  return useSession().viewer.permissions.includes(permission);
}

/** The title of a pattern by its id; the id itself for a pattern that this platform no longer evaluates. */
export function usePatternTitle(): (id: string) => string {
  const { patterns } = useSession();
  return useCallback((id) => patterns.find((pattern) => pattern.id === id)?.title ?? id, [patterns]);
}
