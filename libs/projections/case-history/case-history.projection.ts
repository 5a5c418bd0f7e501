import { definePlainProjection } from '../projection';

/** What people asked of a case and what became of it, rejected commands too. */
export const caseHistoryProjection = definePlainProjection({
  table: 'case_history',
  version: 1,
  source: 'caseHistory',
  columns: [
    'case_id',
    'version',
    'command_id',
    'kind',
    'accepted',
    'conflict',
    'actor',
    'actor_role',
    'happened_at',
    'detail',
    'clinician',
    'partition',
    'position',
  ],
});
