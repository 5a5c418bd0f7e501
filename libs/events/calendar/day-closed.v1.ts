import { date, defineEvent, zone, type EventData } from '../define';

export const dayClosed = defineEvent(
  'calendar.day-closed',
  1,
  'All that belongs to a local day has been asked for; what is missing from here on is late.',
  {
    day: date(),
    zone: zone(),
  },
);

export type DayClosed = EventData<typeof dayClosed>;
