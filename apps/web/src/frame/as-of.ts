import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/** The moment in the URL whose knowledge is shown; undefined means now. */
export function useAsOf(): { readonly asOf: string | undefined; readonly setAsOf: (instant: string | undefined) => void } {
  const { asOf } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const setAsOf = useCallback(
    (instant: string | undefined) => {
      void navigate({ to: '.', search: (previous) => ({ ...previous, asOf: instant }) });
    },
    [navigate],
  );
  return { asOf, setAsOf };
}
