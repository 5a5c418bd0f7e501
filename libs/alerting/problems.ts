import type { Problem, ProblemCode } from '@plumbline/kernel';

const PAGE = 'docs/operating/alerting.md';

/** A notification that did not arrive. Nothing in it tells whom it was for or about. */
export function deliveryProblem(code: ProblemCode, outcome: 'failed' | 'given-up', attempt: number): Problem {
  return {
    code,
    reason: outcome === 'failed' ? 'A notification could not be delivered and will be tried again.' : 'A notification was given up.',
    remedy: `See ${PAGE}#${code.replace('.', '-')}.`,
    facts: { outcome, attempt },
  };
}

export const notSetUp = (transport: string): Problem => ({
  code: 'alerting.not-set-up',
  reason: `Alerts are not sent by ${transport}, because it is not set up.`,
  remedy: `See ${PAGE}#alerting-not-set-up.`,
  facts: { transport },
});

export const logUnavailable: Problem = {
  code: 'alerting.log-unavailable',
  reason: 'The log did not take the report of a notification, so nothing further is sent for now.',
  remedy: `See ${PAGE}#alerting-log-unavailable.`,
};
