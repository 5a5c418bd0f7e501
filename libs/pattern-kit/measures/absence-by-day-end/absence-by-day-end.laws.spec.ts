import { messageSent, noteWritten } from '@plumbline/events';
import { localTime, startOfLocalDay } from '@plumbline/kernel';
import * as fc from 'fast-check';
import { setting } from '../../settings';
import { closedDay, message, note } from '../../specification/events';
import { WITHIN, days, holdToLaw, lawPattern, number, runs } from '../laws-kit';
import { absenceByDayEnd } from './declaration';

const LONDON = 'Europe/London';
const endOfDay = (at: number): number => startOfLocalDay(localTime(at, LONDON).day + 1, LONDON);

const pattern = lawPattern({
  facts: { contact: { from: [messageSent], when: [] }, note: { from: [noteWritten], when: [] } },
  measure: absenceByDayEnd({ of: 'contact', companion: 'note', atLeast: setting('atLeast'), share: setting('share') }),
  settings: { days: days(10), atLeast: number(3), share: number(50) },
});

it('a companion is absent where, at the end of a day, enough facts of the window have none of their own day', () => {
  holdToLaw(
    fc,
    pattern,
    { contact: (when) => message(when), note: (when) => note(when) },
    (facts) => {
      const contacts = facts.filter(({ kind }) => kind === 'contact').sort((left, right) => left.at - right.at);
      const noted = new Set(facts.filter(({ kind }) => kind === 'note').map(({ at }) => endOfDay(at)));
      // A day is judged at its last contact.
      const lasts = contacts.filter(
        ({ at }, index) => contacts[index + 1] === undefined || endOfDay(contacts[index + 1]?.at ?? at) !== endOfDay(at),
      );
      return runs(lasts, 'contact', WITHIN, (_window, { at }) => {
        const opens = endOfDay(at) - WITHIN;
        const inside = contacts.filter((contact) => contact.at > opens && contact.at <= at);
        const alone = inside.filter((contact) => !noted.has(endOfDay(contact.at)));
        return inside.length >= 3 && alone.length * 2 >= inside.length;
      }).map(({ startedAt, lastAt }) => ({ startedAt: endOfDay(startedAt), lastAt: endOfDay(lastAt) }));
    },
    [closedDay('2027-12-31')],
  );
});
