import { createContext, useContext } from 'react';

/** The institution's clock on the wall. */
export interface Clock {
  /** IANA zone in which times are said that have no zone of their own. */
  readonly zone: string;
  /** The platform's time, not this computer's, in milliseconds. */
  readonly now: () => number;
}

export const ClockContext = createContext<Clock>({ zone: 'UTC', now: () => Date.now() });

export function useClock(): Clock {
  return useContext(ClockContext);
}
