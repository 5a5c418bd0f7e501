import { clinicianId, code, defineEvent, oneOf, optional, patientId, record, whole, type EventData } from '../define';

export const prescriptionOrdered = defineEvent('prescribing.ordered', 1, 'A clinician ordered a medication for a patient.', {
  clinician: clinicianId(),
  patient: patientId(),
  prescription: code(),
  medication: record({ system: optional(code()), code: optional(code()), display: optional(code()) }),
  schedule: oneOf('II', 'III', 'IV', 'V', 'not-controlled', 'unknown'),
  /** The table that the schedule was looked up in. */
  scheduleSource: optional(code()),
  refillsAllowed: optional(whole(0, 1_000)),
  daysSupply: optional(whole(0, 3_660)),
  /** The order that this one follows. */
  priorPrescription: optional(code()),
  /** The order, or the plan, that this one is an issue of. */
  basedOn: optional(code()),
  encounter: optional(code()),
});

export type PrescriptionOrdered = EventData<typeof prescriptionOrdered>;
