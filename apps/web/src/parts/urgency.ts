import type { AlertState } from '../graphql/operations.generated';

/** How much an alert waits for a person. It says nothing about the person whom it is about. */
export type Urgency = 'overdue' | 'worse' | 'new' | 'open' | 'asleep' | 'done' | 'withdrawn';

export const urgencyWords: Readonly<Record<Urgency, string>> = {
  overdue: 'Past response time',
  worse: 'Got worse',
  new: 'New',
  open: 'In hand',
  asleep: 'Asleep',
  done: 'Resolved',
  withdrawn: 'Withdrawn',
};

const byState: Readonly<Record<AlertState, Urgency>> = {
  NEW: 'new',
  GOT_WORSE: 'worse',
  ACKNOWLEDGED: 'open',
  IN_WORK: 'open',
  SNOOZED: 'asleep',
  RESOLVED: 'done',
  WITHDRAWN: 'withdrawn',
};

/** The urgency of an alert as the inbox orders it: first what is past the time in which the policy asks for a response. */
export function urgencyOf(alert: { readonly state: AlertState; readonly overdue: boolean }): Urgency {
  return alert.overdue ? 'overdue' : byState[alert.state];
}
