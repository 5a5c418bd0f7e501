import { clinicianListed, type ClinicianListed } from '@plumbline/events';
import { defineProjection } from '../projection';
import { RECORD_COLUMNS, recordOf } from '../row';

/** The directory by time: a clinician's entry holds from its time until the next one. */
export const cliniciansProjection = defineProjection({
  table: 'clinicians',
  version: 1,
  source: 'events',
  types: [clinicianListed.type],
  columns: ['clinician', 'listed_at', 'specialty', 'department', 'site', 'supervisor', 'zone', 'state', ...RECORD_COLUMNS],
  values(logged) {
    const { clinician, specialty, department, site, supervisor = '', zone, state } = logged.event.data as ClinicianListed;
    return {
      clinician,
      listed_at: logged.event.occurred.instant,
      specialty,
      department,
      site,
      supervisor,
      zone,
      state,
      ...recordOf(logged),
    };
  },
});
