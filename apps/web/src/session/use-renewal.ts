import { useEffect } from 'react';
import { useClock } from './clock';
import { renewSession } from './authentication';
import type { Viewer } from './session';

/** A session is renewed so long before its end. */
const BEFORE_THE_END = 60_000;
/** Who has not touched the page for so long is signed out when the access token ends: an open screen may stand in a corridor. */
const IDLE_AFTER = 15 * 60_000;

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'scroll'] as const;

/** Lets the session of somebody who works go on past the end of an access token, where an identity provider grants it. */
export function useRenewal({ sessionEndsAt, demonstration }: Viewer): void {
  const { now } = useClock();
  useEffect(() => {
    if (demonstration) return;
    let alive = now();
    let timer: ReturnType<typeof setTimeout>;
    const seen = (): void => {
      alive = now();
    };
    const schedule = (end: number): void => {
      timer = setTimeout(
        () => {
          if (now() - alive > IDLE_AFTER) return;
          // Where the platform cannot be reached the session ends as it would have, and the sign-in page says so.
          renewSession().then(
            (renewed) => {
              if (renewed !== undefined) schedule(renewed);
            },
            () => undefined,
          );
        },
        Math.max(0, end - now() - BEFORE_THE_END),
      );
    };
    schedule(Date.parse(sessionEndsAt));
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [demonstration, now, sessionEndsAt]);
}
