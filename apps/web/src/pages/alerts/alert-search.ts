import type { AlertFilter, AlertSort, AlertSortField, AlertStack, AlertState, Domain, Tier } from '../../graphql/operations.generated';
import { domainWords, stackWords, stateWords, tierWords } from '../../parts/words';
import { flagOf, oneOf, someOf, textOf, textsOf } from '../../url/read-search';

/** Saved views; `open` is the one without a name in the URL. */
export type AlertView = 'open' | 'mine' | 'unassigned' | 'worse' | 'everything' | 'support';

export const viewWords: Readonly<Record<AlertView, string>> = {
  open: 'Open',
  mine: 'Mine',
  unassigned: 'Unassigned',
  worse: 'Got worse',
  everything: 'All',
  support: 'Support',
};

/** The columns by which the inbox can be ordered. */
export const sortWords: Readonly<Record<AlertSortField, string>> = {
  URGENCY: 'Urgency',
  KNOWN_AT: 'Known',
  STARTED_AT: 'Since',
  LAST_AT: 'Last',
  RESPOND_BY: 'Respond by',
  TIER: 'Tier',
  EVIDENCE_COUNT: 'Evidence',
  DEPARTMENT: 'Department',
  PATTERN: 'Pattern',
};

/** Every filter of the inbox, as it stands in the URL. */
export interface AlertSearch {
  readonly view?: AlertView | undefined;
  readonly state?: readonly AlertState[] | undefined;
  readonly pattern?: readonly string[] | undefined;
  readonly domain?: readonly Domain[] | undefined;
  readonly department?: readonly string[] | undefined;
  readonly tier?: readonly Tier[] | undefined;
  readonly assignee?: string | undefined;
  readonly overdue?: true | undefined;
  readonly clinician?: string | undefined;
  readonly search?: string | undefined;
  readonly sort?: AlertSortField | undefined;
  readonly ascending?: true | undefined;
  readonly stack?: AlertStack | undefined;
}

export function readAlertSearch(search: Readonly<Record<string, unknown>>): AlertSearch {
  return {
    view: oneOf(viewWords, search.view),
    state: someOf(stateWords, search.state),
    pattern: textsOf(search.pattern),
    domain: someOf(domainWords, search.domain),
    department: textsOf(search.department),
    tier: someOf(tierWords, search.tier),
    assignee: textOf(search.assignee),
    overdue: flagOf(search.overdue),
    clinician: textOf(search.clinician),
    search: textOf(search.search),
    sort: oneOf(sortWords, search.sort),
    ascending: flagOf(search.ascending),
    stack: oneOf(stackWords, search.stack),
  };
}

const OPEN: readonly AlertState[] = ['NEW', 'GOT_WORSE', 'ACKNOWLEDGED', 'IN_WORK', 'SNOOZED'];

const byView: Readonly<Record<AlertView, AlertFilter>> = {
  open: { routes: ['REVIEW'], states: OPEN },
  mine: { routes: ['REVIEW'], states: OPEN, assignee: 'me' },
  unassigned: { routes: ['REVIEW'], states: OPEN, unassigned: true },
  worse: { routes: ['REVIEW'], states: ['GOT_WORSE'] },
  everything: { routes: ['REVIEW'] },
  // Support and wellbeing are asked for alone: they are never mixed with what is under review.
  support: { routes: ['SUPPORT', 'WELLBEING'] },
};

/** The filter that the platform is asked with; conditions of the URL replace those of the view. */
export function filterOf(search: AlertSearch): AlertFilter {
  return {
    ...byView[search.view ?? 'open'],
    ...(search.state === undefined ? {} : { states: search.state }),
    ...(search.pattern === undefined ? {} : { patterns: search.pattern }),
    ...(search.domain === undefined ? {} : { domains: search.domain }),
    ...(search.department === undefined ? {} : { departments: search.department }),
    ...(search.tier === undefined ? {} : { tiers: search.tier }),
    ...(search.assignee === undefined ? {} : { assignee: search.assignee }),
    ...(search.overdue === undefined ? {} : { overdue: true }),
    ...(search.clinician === undefined ? {} : { clinician: search.clinician }),
    ...(search.search === undefined ? {} : { search: search.search }),
  };
}

export function sortOf(search: AlertSearch): AlertSort {
  return { field: search.sort ?? 'URGENCY', direction: search.ascending === true ? 'ASCENDING' : 'DESCENDING' };
}

const conditions = [
  'state',
  'pattern',
  'domain',
  'department',
  'tier',
  'assignee',
  'overdue',
  'clinician',
  'search',
] as const satisfies readonly (keyof AlertSearch)[];

/** How many conditions beyond the view are set. */
export function conditionsOf(search: AlertSearch): number {
  return conditions.filter((condition) => search[condition] !== undefined).length;
}

/** The same page without any condition beyond its view. */
export function withoutConditions(search: AlertSearch): AlertSearch {
  return { view: search.view, sort: search.sort, ascending: search.ascending, stack: search.stack };
}
