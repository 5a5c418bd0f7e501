import { policyActivated, storedEvent, type PolicyActivated, type StoredEvent } from '@plumbline/events';
import { ProblemError } from '@plumbline/kernel';
import { checkShape, isPolicyDocument } from './checks/shape';
import type { PolicyDocument } from './document';

export interface Activation {
  /** CloudEvents source of the event, such as `plumbline/policy`. */
  readonly source: string;
  /** The role or account that activated it; no person's name. */
  readonly activatedBy: string;
  /** When it was activated, UTC milliseconds. */
  readonly at: number;
}

/**
 * The event by which a policy comes into force. Its id names policy and version, so that activating the same version twice is a
 * repeat, and activating another text under the same version is a conflict.
 * @throws ProblemError `policy.unresolved` where the holidays have not been turned into dates by `readPolicy`.
 */
export function activationOf(document: PolicyDocument, { source, activatedBy, at }: Activation): StoredEvent {
  if (document.institution.holidays.dates === undefined) {
    throw new ProblemError({
      code: 'policy.unresolved',
      reason: 'The policy names a holiday calendar whose dates have not been worked out.',
      remedy: 'Read the policy with readPolicy before it is activated.',
    });
  }
  const data: PolicyActivated = {
    policy: document.policy,
    policyVersion: document.version,
    effectiveFrom: document.effectiveFrom,
    activatedBy,
    document: { ...document },
  };
  return storedEvent<PolicyActivated>(policyActivated, {
    id: `${document.policy}@${String(document.version)}`,
    source,
    occurred: { instant: Date.parse(document.effectiveFrom), precision: 'millisecond', zone: document.institution.zone },
    recordedAt: at,
    ingestedAt: at,
    data,
  });
}

/**
 * The policy in an event of the log.
 * @throws ProblemError where its form is none that this build knows.
 */
export function activatedPolicy(data: PolicyActivated): PolicyDocument {
  const document: unknown = data.document;
  if (isPolicyDocument(document)) return document;
  throw new ProblemError(
    checkShape(document).map(({ code, path, reason, remedy }) => ({ code, reason, remedy, place: `/${path.join('/')}` })),
  );
}
