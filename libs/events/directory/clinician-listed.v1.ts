import { clinicianId, code, defineEvent, oneOf, optional, zone, type EventData } from '../define';

export const clinicianListed = defineEvent(
  'directory.clinician-listed',
  1,
  'The directory lists a clinician; a later record replaces an earlier one from its time on.',
  {
    clinician: clinicianId(),
    specialty: code(),
    department: code(),
    site: code(),
    supervisor: optional(clinicianId()),
    zone: zone(),
    state: oneOf('active', 'left'),
  },
);

export type ClinicianListed = EventData<typeof clinicianListed>;
