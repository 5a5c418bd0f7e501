import { defineProjection } from '../projection';
import { ORIGIN_COLUMNS, originOf } from '../row';

/** What could not be judged and why; a later row of the same key takes the place of an earlier one. */
export const undeterminedProjection = defineProjection({
  table: 'undetermined',
  version: 1,
  source: 'undetermined',
  replacing: ['pattern', 'clinician', 'patient', 'because'],
  columns: ['pattern', 'clinician', 'patient', 'because', 'since', 'facts', 'department', 'site', ...ORIGIN_COLUMNS],
  values({ undetermined, place, ...origin }) {
    return {
      pattern: undetermined.pattern,
      clinician: undetermined.subject.clinician,
      patient: undetermined.subject.patient ?? '',
      because: undetermined.because,
      since: undetermined.since,
      facts: undetermined.facts,
      department: place.department,
      site: place.site,
      ...originOf(origin),
    };
  },
});
