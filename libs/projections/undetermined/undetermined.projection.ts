import { defineProjection } from '../projection';
import { originColumns } from '../row';

/** What could not be judged and why; a later row of the same key takes the place of an earlier one. */
export const undeterminedProjection = defineProjection({
  table: 'undetermined',
  version: 1,
  source: 'undetermined',
  replacing: true,
  row({ undetermined, place, ...origin }) {
    return JSON.stringify({
      pattern: undetermined.pattern,
      clinician: undetermined.subject.clinician,
      patient: undetermined.subject.patient ?? '',
      because: undetermined.because,
      since: undetermined.since,
      facts: undetermined.facts,
      department: place.department,
      site: place.site,
      ...originColumns(origin),
    });
  },
});
