import { clinicianId, code, date, defineEvent, donorId, money, oneOf, optional, patientId, type EventData } from '../define';

export const giftDeclared = defineEvent('gifts.declared', 1, 'A gift was entered into a register.', {
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
});

export type GiftDeclared = EventData<typeof giftDeclared>;
