import { clinicianId, code, defineEvent, oneOf, optional, patientId, whole, type EventData } from '../define';

export const prescriptionDispensed = defineEvent(
  'prescribing.dispensed',
  1,
  'A pharmacy handed a medication over; attributed to the clinician who ordered it.',
  {
    clinician: clinicianId(),
    patient: patientId(),
    prescription: code(),
    refillNumber: optional(whole(0, 1_000)),
    /** Absent where the source states the number; `chain` where it was counted from the dispenses of the order and of those it repeats. */
    refillSource: optional(oneOf('chain')),
    schedule: oneOf('II', 'III', 'IV', 'V', 'not-controlled', 'unknown'),
    scheduleSource: optional(code()),
    daysSupply: optional(whole(0, 3_660)),
  },
);

export type PrescriptionDispensed = EventData<typeof prescriptionDispensed>;
