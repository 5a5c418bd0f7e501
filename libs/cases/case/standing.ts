import type { Tier } from '@plumbline/pattern-kit';
import type { CaseOutcome, CaseState } from '../alert-state';

/** A dismissal of a high tier, proposed by one person and not yet confirmed by a second. */
export interface PendingDismissal {
  readonly outcome: CaseOutcome;
  readonly by: string;
}

/** How a case stands: all that a decision about it depends on. Instants are UTC milliseconds since 1970. */
export interface CaseStanding {
  /** 0 before the case was raised. */
  readonly version: number;
  readonly state: CaseState;
  readonly tier: Tier;
  readonly assignee: string;
  readonly outcome: CaseOutcome | '';
  readonly pending?: PendingDismissal | undefined;
  /** Where the case stood when its facts were withdrawn, and what it comes back to. */
  readonly withdrawnFrom?: CaseState | undefined;
  /** The version at which people were last called for. */
  readonly attention: number;
  readonly acknowledgedAt?: number | undefined;
  readonly respondBy?: number | undefined;
  readonly snoozedUntil?: number | undefined;
}

export const initialStanding: CaseStanding = { version: 0, state: 'new', tier: 'task', assignee: '', outcome: '', attention: 0 };

/** What happened to a case, whether a person or the facts did it. Every one of them but `eased` makes a new version. */
export type CaseFact =
  | { readonly kind: 'raised' | 'got-worse'; readonly tier: Tier; readonly respondBy: number }
  | { readonly kind: 'eased'; readonly tier: Tier }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'reinstated'; readonly tier: Tier; readonly respondBy: number }
  | { readonly kind: 'snooze-ended'; readonly respondBy: number }
  | { readonly kind: 'acknowledged'; readonly at: number }
  | { readonly kind: 'assigned'; readonly assignee: string; readonly at: number }
  | { readonly kind: 'commented' | 'response-recorded' }
  | { readonly kind: 'dismissal-proposed'; readonly outcome: CaseOutcome; readonly by: string; readonly at: number }
  | { readonly kind: 'resolved'; readonly outcome: CaseOutcome; readonly at: number }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'snoozed'; readonly until: number | undefined; readonly at: number };

/** Nobody has dealt with the case since people were last called for. */
export const awaitsAPerson = <Standing extends { readonly state: CaseState }>(
  standing: Standing,
): standing is Standing & { readonly state: 'new' | 'got-worse' } => standing.state === 'new' || standing.state === 'got-worse';
