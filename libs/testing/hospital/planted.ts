import { HOUR, MINUTE, isoDate, isoInstant, localTime } from '@plumbline/kernel';
import type { Chance } from './chance';
import { moment, type Chart } from './chart';
import { HOSPITAL_ZONE, adverseEvent, communication, medicationDispense, medicationRequest, type Drug } from './fhir';
import { isOnCall } from './everyday';
import type { SimulatedClinician } from './staff';

/** What was planted: the pattern that has to find it, about whom, and when it began. Kept apart from the hospital's files. */
export interface PlantedCase {
  readonly pattern: string;
  readonly clinician: string;
  readonly patient?: string;
  readonly from: string;
}

/** Writes the traces of one drifting relationship. Every method leaves what a real system would have recorded, nothing more. */
export class Drift {
  readonly cases: PlantedCase[] = [];
  private serial = 0;

  constructor(
    private readonly chart: Chart,
    private readonly chance: Chance,
    private readonly clinician: SimulatedClinician,
    readonly patient: string,
  ) {}

  planted(pattern: string, day: number, dyad = true): void {
    this.cases.push({ pattern, clinician: this.clinician.id, ...(dyad ? { patient: this.patient } : {}), from: isoDate(day) });
  }

  /** Evening messages that nobody asked for, on days without on-call duty. */
  eveningMessages(firstDay: number, count: number, channel: string, minute = 1_290): void {
    let day = firstDay;
    for (let sent = 0; sent < count; day += 1) {
      if (isOnCall(this.clinician, day) || isOnCall(this.clinician, day - 1)) continue;
      this.message('outbound', channel, moment(day, minute + this.chance.whole(0, 50), 11));
      sent += 1;
      day += this.chance.whole(1, 3);
    }
  }

  message(direction: 'outbound' | 'inbound', channel: string, at: number, redirect = false): string {
    const id = this.id('m');
    this.chart.resource(
      'communications',
      at,
      communication({ id, clinician: this.clinician.id, patient: this.patient, direction, channel, at, redirect }),
    );
    return id;
  }

  gift(day: number, value: string, kind = 'in-kind', donor = this.patient): void {
    this.chart.gift({
      entry: this.id('g'),
      clinician: this.clinician.id,
      donor,
      donorKind: 'patient',
      patient: this.patient,
      kind,
      value,
      accepted: 'yes',
      received: isoDate(day),
      from: day + 1,
    });
  }

  prescription(day: number, drug: Drug, fills = 1): void {
    const at = moment(this.workday(day), 700 + this.chance.whole(0, 200), 19);
    const id = this.id('rx');
    this.chart.resource('medication-requests', at, medicationRequest(id, this.clinician.id, this.patient, drug, at));
    for (let fill = 0; fill < fills; fill += 1) {
      const handedOver = at + (fill * 30 * 24 + 5) * HOUR;
      this.chart.resource(
        'medication-dispenses',
        handedOver,
        medicationDispense(`${id}-f${String(fill)}`, id, this.patient, drug, fill, handedOver),
      );
    }
  }

  relation(relation: 'self' | 'family' | 'close-friend' | 'staff', since: number): void {
    this.chart.row('relations', moment(since, 600), {
      clinician: this.clinician.id,
      patient: this.patient,
      relation,
      registry: relation === 'staff' ? 'staff list' : 'next of kin',
      since: isoDate(since),
    });
  }

  incident(day: number, category: string): void {
    const at = moment(day, 900, 0) + this.chance.whole(0, 120) * MINUTE;
    this.chart.resource('adverse-events', at, adverseEvent(this.id('i'), this.clinician.id, this.patient, category, at, at + 20 * HOUR));
  }

  noteFor(message: string, at: number): void {
    this.chart.row('notes', at, {
      note: this.id('n'),
      clinician: this.clinician.id,
      patient: this.patient,
      written_at: isoInstant(at),
      about: message,
      kind: 'contact',
    });
  }

  private workday(day: number): number {
    const { weekday } = localTime(moment(day, 720), HOSPITAL_ZONE);
    return weekday > 5 ? day + 8 - weekday : day;
  }

  private id(kind: string): string {
    this.serial += 1;
    return `${this.clinician.id}-${this.patient.slice(-3)}-${kind}${String(this.serial)}`;
  }
}
