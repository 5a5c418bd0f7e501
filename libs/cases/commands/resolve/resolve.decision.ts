import { success } from '@plumbline/kernel';
import type { Tier } from '@plumbline/pattern-kit';
import type { CaseOutcome } from '../../alert-state';
import { notOpen, type Decision } from '../decision';

/** Outcomes that say that there was nothing to act on. */
const dismissals: readonly CaseOutcome[] = ['no-concern', 'data-error'];
/** Tiers of which no one person may say that alone. */
const highTiers: readonly Tier[] = ['guided-plan', 'disciplinary'];

/** Closes a case; the dismissal of a high tier waits for a second person instead. */
export const resolve: Decision<'resolve'> = (standing, { data, at }) =>
  notOpen(standing) ??
  success(
    dismissals.includes(data.outcome) && highTiers.includes(standing.tier)
      ? { kind: 'dismissal-proposed', outcome: data.outcome, by: data.actor.id, at }
      : { kind: 'resolved', outcome: data.outcome, at },
  );
