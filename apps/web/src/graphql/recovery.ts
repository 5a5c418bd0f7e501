import { createContext, useContext, useEffect, useRef } from 'react';

/** What happens when the platform answers again after it did not. */
export interface Recovery {
  /** Asks anew for everything in sight. */
  readonly recovered: () => void;
  /** Tells of each recovery; returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const RecoveryContext = createContext<Recovery>({ recovered: () => undefined, subscribe: () => () => undefined });

export const useRecovery = (): Recovery => useContext(RecoveryContext);

/** For what is not asked for by a query that stays: calls `action` when the platform answers again. */
export function useOnRecovery(action: () => void): void {
  const { subscribe } = useRecovery();
  const current = useRef(action);
  useEffect(() => {
    current.current = action;
  });
  useEffect(
    () =>
      subscribe(() => {
        current.current();
      }),
    [subscribe],
  );
}
