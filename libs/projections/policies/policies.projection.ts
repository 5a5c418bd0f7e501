import { policyActivated, type PolicyActivated } from '@plumbline/events';
import { defineProjection } from '../projection';
import { RECORD_COLUMNS, recordOf } from '../row';

/** Which policy version holds from when, with its whole document. */
export const policiesProjection = defineProjection({
  table: 'policies',
  version: 1,
  source: 'events',
  types: [policyActivated.type],
  columns: ['policy', 'policy_version', 'effective_from', 'activated_by', 'document', ...RECORD_COLUMNS],
  values(logged) {
    const { policy, policyVersion, effectiveFrom, activatedBy, document } = logged.event.data as PolicyActivated;
    return {
      policy,
      policy_version: policyVersion,
      effective_from: Date.parse(effectiveFrom),
      activated_by: activatedBy,
      document: JSON.stringify(document),
      ...recordOf(logged),
    };
  },
});
