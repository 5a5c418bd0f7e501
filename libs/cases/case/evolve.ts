import { awaitsAPerson, type CaseFact, type CaseStanding } from './standing';

/** Where a case comes to rest once somebody has taken note of it. */
const inHand = (assignee: string): 'in-work' | 'acknowledged' => (assignee === '' ? 'acknowledged' : 'in-work');

const takenNote = (standing: CaseStanding, at: number): Partial<CaseStanding> => ({
  acknowledgedAt: standing.acknowledgedAt ?? at,
  respondBy: undefined,
  snoozedUntil: undefined,
});

/** What a fact changes. The version is counted by {@link evolve}. */
function changes(standing: CaseStanding, fact: CaseFact): Partial<CaseStanding> {
  const next = standing.version + 1;
  switch (fact.kind) {
    case 'raised':
      return { state: 'new', tier: fact.tier, respondBy: fact.respondBy, attention: next };
    case 'got-worse':
      return {
        // What nobody has looked at yet is still new, only more pressing.
        state: standing.state === 'new' ? 'new' : 'got-worse',
        tier: fact.tier,
        respondBy: Math.min(standing.respondBy ?? fact.respondBy, fact.respondBy),
        attention: next,
        outcome: '',
        // The second person would confirm something that the first had not seen.
        pending: undefined,
        snoozedUntil: undefined,
      };
    case 'eased':
      return { tier: fact.tier };
    case 'withdrawn':
      return { state: 'withdrawn', withdrawnFrom: standing.state, pending: undefined, respondBy: undefined };
    case 'reinstated': {
      const state = standing.withdrawnFrom ?? 'new';
      const restored = { state, tier: fact.tier, withdrawnFrom: undefined };
      return awaitsAPerson({ ...standing, state }) ? { ...restored, respondBy: fact.respondBy, attention: next } : restored;
    }
    case 'snooze-ended':
      return { state: inHand(standing.assignee), snoozedUntil: undefined, respondBy: fact.respondBy, attention: next };
    case 'acknowledged':
      return { state: inHand(standing.assignee), ...takenNote(standing, fact.at) };
    case 'assigned':
      return { state: 'in-work', assignee: fact.assignee, ...takenNote(standing, fact.at) };
    case 'commented':
    case 'response-recorded':
      return {};
    case 'dismissal-proposed':
      return { state: inHand(standing.assignee), pending: { outcome: fact.outcome, by: fact.by }, ...takenNote(standing, fact.at) };
    case 'resolved':
      return { state: 'resolved', outcome: fact.outcome, pending: undefined, ...takenNote(standing, fact.at) };
    case 'reopened':
      return { state: inHand(standing.assignee), outcome: '', pending: undefined };
    case 'snoozed':
      return { state: 'snoozed', pending: undefined, ...takenNote(standing, fact.at), snoozedUntil: fact.until };
  }
}

/** The standing after a fact. Total and pure: it never refuses, because deciding came before. */
export function evolve(standing: CaseStanding, fact: CaseFact): CaseStanding {
  const version = fact.kind === 'eased' ? standing.version : standing.version + 1;
  return { ...standing, ...changes(standing, fact), version };
}
