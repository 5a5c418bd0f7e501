import { useEffect, useRef } from 'react';

/** Calls `action` every so many milliseconds while the page is in sight; a hidden tab asks nothing. */
export function useEvery(milliseconds: number, action: () => void): void {
  const current = useRef(action);
  useEffect(() => {
    current.current = action;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') current.current();
    }, milliseconds);
    return () => {
      clearInterval(timer);
    };
  }, [milliseconds]);
}
