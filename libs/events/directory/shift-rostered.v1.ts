import { clinicianId, defineEvent, instant, type EventData } from '../define';

export const shiftRostered = defineEvent('directory.shift-rostered', 1, 'A roster gives a clinician a shift.', {
  clinician: clinicianId(),
  start: instant(),
  end: instant(),
});

export type ShiftRostered = EventData<typeof shiftRostered>;
