import { defineProjection } from '../projection';
import { rowOfFields } from '../row';

/** What people asked of a case and what became of it, rejected commands too. */
export const caseHistoryProjection = defineProjection({
  table: 'case_history',
  version: 1,
  source: 'caseHistory',
  row: rowOfFields,
});
