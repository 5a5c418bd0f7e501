import { useCallback, useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { AlertRaisedDocument, type AlertFilter, type AlertRowFragment } from '../../graphql/operations.generated';

/**
 * What happens while the inbox is open. A row in sight changes in its place; an alert that is not in sight is only counted, because a list
 * that moves under the hand makes people press the wrong thing.
 *
 * @returns how many alerts wait outside the list, and a way to start counting anew.
 */
export function useLiveAlerts(
  filter: AlertFilter,
  rows: readonly AlertRowFragment[] | undefined,
  paused: boolean,
  patch: (change: (row: AlertRowFragment) => AlertRowFragment) => void,
) {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  // Asked for in every state: an alert that got worse may have been resolved when the list was loaded.
  const [{ data }] = useSubscription({ query: AlertRaisedDocument, variables: { filter: { ...filter, states: null } }, pause: paused });
  const raised = data?.alertRaised.alert;
  useEffect(() => {
    if (raised === undefined) return;
    if (rows?.some((row) => row.id === raised.id) === true) {
      patch((row) => (row.id === raised.id ? raised : row));
    } else {
      setWaiting((before) => new Set(before).add(raised.id));
    }
    // Only what is raised calls for this; the rows of that moment are looked at.
  }, [raised]);
  const clear = useCallback(() => {
    setWaiting(new Set());
  }, []);
  return { waiting: waiting.size, clear };
}
