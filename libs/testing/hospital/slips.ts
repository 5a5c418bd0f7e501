import { isoDate, isoInstant } from '@plumbline/kernel';
import { moment, type Chart } from './chart';
import { adverseEvent, communication, medicationDispense } from './fhir';
import type { SimulatedClinician } from './staff';

/**
 * What goes wrong in every export, once each: a date in another notation, a year mistyped, a reference that leads nowhere, a line cut
 * off in the middle, a day that no calendar has. None of it can become an event as it stands, and a person can mend all of it.
 */
export function slip(chart: Chart, staff: readonly SimulatedClinician[], lastDay: number): void {
  const [{ id: clinician, patients } = { id: 'dr-0001', patients: [] }] = staff;
  const [patient = 'pt-0001-001'] = patients;
  const at = moment(lastDay - 3, 640);

  const report = adverseEvent('slip-report', clinician, patient, 'boundary-complaint', at, at);
  chart.text('adverse-events', at, JSON.stringify({ ...report, date: '21.11.2026 10:40' }));

  const message = { id: 'slip-message', clinician, patient, direction: 'outbound', channel: 'portal', at } as const;
  chart.text('communications', at, JSON.stringify({ ...communication(message), sent: isoInstant(at).replace(/^20/, '21') }));
  chart.text('communications', at, JSON.stringify(communication({ ...message, id: 'slip-cut' })).slice(0, 240));

  chart.resource('medication-dispenses', at, medicationDispense('slip-fill', 'slip-no-such-order', patient, 'zolpidem', 1, at));

  chart.gift({
    entry: 'slip-gift',
    clinician,
    donor: patient,
    donorKind: 'patient',
    patient,
    kind: 'token',
    value: '£10',
    accepted: 'yes',
    received: `31/02/${isoDate(lastDay).slice(0, 4)}`,
    from: lastDay,
  });
}
