import { isoInstant } from '@plumbline/kernel';

/** A report that makes an alert of its own: an advance by a patient. `turn` is its place among those of its clinician. */
export interface Report {
  readonly id: string;
  readonly clinician: string;
  readonly turn: number;
  readonly line: string;
}

const pseudonym = (kind: 'K' | 'P', number: number): string => `${kind}-${String(number).padStart(12, '0')}`;

/** Reports about some clinicians in turn, each about a patient of its own. The event time is now, so that people are told of them. */
export function* reports(clinicians: number): Generator<Report, never> {
  for (let number = 0; ; number += 1) {
    const clinician = pseudonym('K', number % clinicians);
    const id = `report-${String(number)}`;
    const event = {
      ...{ specversion: '1.0', id, source: 'reports', type: 'incidents.reported', time: isoInstant(Date.now()), timezone: 'Europe/London' },
      data: {
        clinician,
        patient: pseudonym('P', number),
        category: 'romantic-advance-by-patient',
        severity: 'moderate',
        reportedBy: 'clinician',
      },
    };
    yield { id, clinician, turn: Math.floor(number / clinicians), line: JSON.stringify(event) };
  }
}
