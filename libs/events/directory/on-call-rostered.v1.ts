import { clinicianId, defineEvent, instant, type EventData } from '../define';

export const onCallRostered = defineEvent('directory.on-call-rostered', 1, 'A roster puts a clinician on call.', {
  clinician: clinicianId(),
  start: instant(),
  end: instant(),
});

export type OnCallRostered = EventData<typeof onCallRostered>;
