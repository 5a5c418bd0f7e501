import { messageSent, noteWritten } from '@plumbline/events';
import { absenceByDayEnd, definePattern, is, notFlagged, onPersonalChannel, setting } from '@plumbline/pattern-kit';

export const contactWithoutNote = definePattern({
  id: 'contact-without-note',
  catalogue: ['D1'],
  version: 1,
  question: 'Does contact outside the approved channels go undocumented?',
  domain: 'communication',
  route: 'review',
  per: 'dyad',
  within: setting('windowDays'),
  facts: {
    contact: { from: [messageSent], when: [is('direction', 'outbound'), onPersonalChannel(), notFlagged('redirect')] },
    note: { from: [noteWritten], when: [] },
  },
  needs: [{ from: [noteWritten], seenFor: 'clinician', because: 'no note of this clinician is in the stream' }],
  measure: absenceByDayEnd({ of: 'contact', companion: 'note', atLeast: setting('contacts'), share: setting('share') }),
  bands: [
    { band: 'undocumented', tier: 'informal-conversation', from: 0, meaning: 'Half or more of the contacts have no note of the same day.' },
  ],
  settings: {
    windowDays: { default: 30, unit: 'days', origin: 'P', meaning: 'The contacts lie within so many days.', least: 1, most: 365 },
    contacts: { default: 4, unit: 'contacts', origin: 'P', meaning: 'Fewer contacts are not judged.', least: 1, most: 100 },
    share: {
      default: 50,
      unit: 'per cent',
      origin: 'P',
      meaning: 'At least so many of a hundred contacts lack a note of the same local day.',
      least: 1,
      most: 100,
    },
  },
  words: {
    title: 'Contact without a note on the same day',
    reason: [
      '{alone} of {number|contact|contacts} on {channels} in {window|day|days} ({span}) have no note of the same local day ({zone}).',
      'Each was judged when its day had ended.',
    ],
    counterfactual: ['It would not have been raised with a note on the day of {fewer|contact|contacts} more.'],
  },
  falsePositives: ['Notes that are kept in a system which is not connected.', 'A note that was filed shortly after midnight.'],
  source: 'S0, S3',
  playbook: 'F4',
});
