import { isoInstant } from '@plumbline/kernel';
import { SOURCE } from '../ingest/event-lines';

/** Whoever waits for an alert gives up after this. */
export const LONGEST_MILLISECONDS = 30_000;

const padded = (value: number): string => String(value).padStart(12, '0');
/** Whom the report is about. */
export const clinicianOf = (number: number): string => `K-${padded(number)}`;

/** A report that makes an alert of its own: an advance by a patient. The names are pseudonyms already, so that the alert can be asked for. */
export const probe = (number: number): string =>
  JSON.stringify({
    specversion: '1.0',
    id: `probe-${number}`,
    source: SOURCE,
    type: 'incidents.reported',
    time: isoInstant(Date.UTC(2025, 5, 1) + number * 60_000),
    timezone: 'Europe/London',
    data: {
      clinician: clinicianOf(number),
      patient: `P-${padded(number)}`,
      category: 'romantic-advance-by-patient',
      severity: 'moderate',
      reportedBy: 'clinician',
    },
  });
