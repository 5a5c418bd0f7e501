import { randomUUID } from 'node:crypto';
import type { EventLog } from '@plumbline/event-log';
import { announcementRecord, type Announcement } from './announcement';

/**
 * Sends announcements, for whoever does not fold itself. None is waited for, and none is repeated when it could not be sent: whoever hears the next one
 * sees by its stretches that something is missing, and looks into the tables.
 * @param onTrouble one could not be sent
 */
export function announcer(log: Pick<EventLog, 'append'>, onTrouble: (error: unknown) => void): (announcement: Announcement) => void {
  const sender = randomUUID();
  let number = 0;
  return (announcement) => {
    log.append([announcementRecord(announcement, sender, (number += 1))]).catch(onTrouble);
  };
}
