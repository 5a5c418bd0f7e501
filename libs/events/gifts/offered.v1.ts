import { clinicianId, code, defineEvent, donorId, money, oneOf, optional, patientId, type EventData } from '../define';

export const giftOffered = defineEvent('gifts.offered', 1, 'A gift was offered and not yet decided on.', {
  clinician: clinicianId(),
  donor: donorId(),
  donorKind: oneOf('patient', 'family', 'organisation', 'person', 'placeholder'),
  patient: optional(patientId()),
  kind: oneOf('cash', 'voucher', 'in-kind', 'hospitality', 'token', 'other'),
  value: optional(money()),
  /** Where the register prints a band instead of an amount, the band as printed. */
  valueAsPrinted: optional(code()),
});

export type GiftOffered = EventData<typeof giftOffered>;
