import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { PulseDocument, type PulseQuery } from '../graphql/operations.generated';
import { useRecovery } from '../graphql/recovery';
import { useClock } from '../session/clock';
import { useEvery } from './use-every';

const CALM = 30_000;
/** While something is amiss it is looked at more often, so that the page recovers by itself soon after the platform has. */
const WORRIED = 5_000;

export interface FreshnessState {
  readonly freshness: PulseQuery['overview']['freshness'] | undefined;
  /** An instant since when what is shown is old, because the platform does not answer or its tables do not follow. */
  readonly staleSince: string | undefined;
  /** The platform has not answered once. */
  readonly unknown: boolean;
}

/** Whether nothing has to be said before anybody looks for it: what is shown is renewed, and every source speaks. */
export const isFresh = ({ freshness, staleSince, unknown }: FreshnessState): boolean =>
  staleSince === undefined && !unknown && (freshness?.silentSources.length ?? 0) === 0;

/** How fresh what is shown is. When it is fresh again after it was not, everything in sight is asked for anew. */
export function useFreshness(): FreshnessState {
  const { now } = useClock();
  const { recovered } = useRecovery();
  const [{ data, error, fetching }, again] = useQuery({ query: PulseDocument });
  const [answeredAt, setAnsweredAt] = useState<number>();
  const [wasStale, setWasStale] = useState(false);
  const failed = error !== undefined;
  const freshness = data?.overview.freshness;
  const staleSince = failed
    ? answeredAt === undefined
      ? undefined
      : new Date(answeredAt).toISOString()
    : (freshness?.staleSince ?? undefined);
  const stale = failed || staleSince !== undefined;
  useEffect(() => {
    if (!fetching && !failed && data !== undefined) setAnsweredAt(now());
  }, [data, failed, fetching, now]);
  useEffect(() => {
    if (stale) setWasStale(true);
    else if (wasStale && !fetching) {
      setWasStale(false);
      recovered();
    }
  }, [stale, wasStale, fetching, recovered]);
  useEvery(stale ? WORRIED : CALM, () => {
    again({ requestPolicy: 'network-only' });
  });
  return { freshness, staleSince, unknown: failed && freshness === undefined };
}
