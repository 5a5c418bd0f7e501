import { clinicianId, code, date, defineEvent, donorId, money, oneOf, optional, patientId, type EventData } from '../define';

export const giftCorrected = defineEvent(
  'gifts.corrected',
  1,
  'A register entry was changed; the data is the whole entry as it stands now.',
  {
    clinician: clinicianId(),
    donor: donorId(),
    donorKind: oneOf('patient', 'family', 'organisation', 'person', 'placeholder'),
    patient: optional(patientId()),
    kind: oneOf('cash', 'voucher', 'in-kind', 'hospitality', 'token', 'other'),
    value: optional(money()),
    /** Where the register prints a band instead of an amount, the band as printed. */
    valueAsPrinted: optional(code()),
    acceptance: oneOf('accepted', 'declined', 'unknown'),
    declaredOn: optional(date()),
  },
);

export type GiftCorrected = EventData<typeof giftCorrected>;
