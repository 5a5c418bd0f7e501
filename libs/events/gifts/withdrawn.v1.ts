import { clinicianId, defineEvent, donorId, oneOf, optional, patientId, type EventData } from '../define';

export const giftWithdrawn = defineEvent('gifts.withdrawn', 1, 'A register entry vanished or was taken back.', {
  clinician: clinicianId(),
  donor: optional(donorId()),
  patient: optional(patientId()),
  reason: oneOf('absent-from-snapshot', 'withdrawn-by-declarer', 'entered-in-error'),
});

export type GiftWithdrawn = EventData<typeof giftWithdrawn>;
