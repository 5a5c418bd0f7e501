import { clinicianId, code, defineEvent, oneOf, optional, patientId, type EventData } from '../define';

export const noteWritten = defineEvent('documentation.note-written', 1, 'A note was filed in the record.', {
  clinician: clinicianId(),
  patient: patientId(),
  encounter: optional(code()),
  /** The record id of the contact that the note documents, where the source says so. */
  about: optional(code()),
  kind: oneOf('visit', 'contact', 'addendum', 'other'),
});

export type NoteWritten = EventData<typeof noteWritten>;
