import { code, defineEvent, document, instant, whole, type EventData } from '../define';

export const policyActivated = defineEvent('policy.activated', 1, 'A policy version came into force.', {
  policy: code(),
  policyVersion: whole(1),
  effectiveFrom: instant(),
  activatedBy: code(),
  document: document(),
});

export type PolicyActivated = EventData<typeof policyActivated>;
