import {
  careStarted,
  clinicianListed,
  dayClosed,
  encounterCompleted,
  giftCorrected,
  giftDeclared,
  giftWithdrawn,
  incidentAmended,
  incidentReported,
  messageSent,
  noteWritten,
  onCallRostered,
  peerBaselineComputed,
  policyActivated,
  prescriptionDispensed,
  prescriptionOrdered,
  relationRegistered,
  shiftRostered,
  type StoredEvent,
} from '@plumbline/events';
import { DAY, HOUR, MINUTE, isoDate, isoInstant, localTime, startOfLocalDay } from '@plumbline/kernel';
import type { PolicyDocument } from '@plumbline/policy';
import { Chance } from './chance';
import { FIRST, LAST_DAY, LogWriter, ZONE, id, type Data } from './log-writer';

/** Gaps between facts: on the edge of every window, a millisecond to either side of it, and twice at once. */
const GAPS = [
  0,
  1,
  MINUTE,
  9 * HOUR,
  DAY,
  3 * DAY,
  30 * DAY - 1,
  30 * DAY,
  30 * DAY + 1,
  180 * DAY - 1,
  180 * DAY,
  14 * DAY,
  90 * DAY,
] as const;
/**
 * A log made to find differences: facts in bursts on the edges of windows, simultaneous facts, unknown and absent fields, records
 * amended and withdrawn in any order, equal record versions, overlapping rosters, changing directories, and times without a time of day.
 */
class AdversarialLog extends LogWriter {
  constructor(chance: Chance, policy: PolicyDocument) {
    super(chance);
    this.say(policyActivated, Date.parse(policy.effectiveFrom), {
      policy: policy.policy,
      policyVersion: policy.version,
      effectiveFrom: policy.effectiveFrom,
      activatedBy: 'specification',
      document: { ...policy },
    });
    for (let number = 0; number < 12; number += 1) this.clinician(number);
    this.baselines();
    for (let day = Math.floor(FIRST / DAY); day <= LAST_DAY; day += 1) this.say(dayClosed, day * DAY, { day: isoDate(day), zone: ZONE });
  }

  private clinician(number: number): void {
    const { chance } = this;
    const clinician = id('K', number);
    const entries = number === 11 ? 0 : chance.whole(1, 3);
    for (let entry = 0; entry < entries; entry += 1) {
      const zone = chance.pick([ZONE, ZONE, 'America/New_York', 'Australia/Lord_Howe']);
      const specialty = chance.pick(['psychiatry', 'oncology']);
      const place = { department: 'Ward', site: chance.pick(['Lakeside', 'Northgate']), zone, state: 'active' };
      this.record(clinicianListed, chance.percent(50) ? FIRST : this.anyTime(), { clinician, specialty, ...place });
    }
    if (number % 4 !== 3) this.roster(clinician);
    if (number % 3 === 0) this.rise(clinician, id('P', number * 10));
    for (let patient = 0; patient < 3; patient += 1) {
      for (let burst = 0; burst < 5; burst += 1) this.burst(clinician, id('P', number * 10 + patient));
    }
  }

  private roster(clinician: string): void {
    const from = Math.floor(FIRST / DAY) + this.chance.whole(0, 40);
    for (let day = from; day < LAST_DAY - this.chance.whole(0, 40); day += 1) {
      if (localTime(day * DAY, 'UTC').weekday < 6 || this.chance.percent(10)) {
        const start = startOfLocalDay(day, ZONE) + this.chance.pick([7, 8, 9]) * HOUR;
        this.record(shiftRostered, start, { clinician, start: isoInstant(start), end: isoInstant(start + 9 * HOUR) });
      }
      if (this.chance.percent(8)) {
        const start = startOfLocalDay(day, ZONE) + 18 * HOUR;
        this.record(onCallRostered, start, { clinician, start: isoInstant(start), end: isoInstant(start + 14 * HOUR) });
      }
    }
  }

  /** Facts of one kind close together about one dyad: what patterns look for, and what only looks like it. */
  private burst(clinician: string, patient: string): void {
    const kind = this.chance.pick([
      'messages',
      'messages',
      'messages',
      'gifts',
      'prescriptions',
      'incidents',
      'visits',
      'relations',
    ] as const);
    let at = this.anyTime();
    for (let length = this.chance.whole(1, 9); length > 0; length -= 1) {
      this[kind](clinician, patient, at);
      at += this.chance.pick(GAPS.slice(0, this.chance.pick([5, 9, GAPS.length])));
      if (this.chance.percent(30)) at = this.atMinute(Math.floor(at / DAY));
    }
  }

  private messages(clinician: string, patient: string, at: number): void {
    const { chance } = this;
    const direction = chance.percent(75) ? 'outbound' : 'inbound';
    const channel = chance.pick(['portal', 'personal-text', 'personal-text', 'messaging-app', 'clinic-phone', 'unknown']);
    const urgency = chance.pick(['routine', 'routine', 'routine', 'urgent', 'unknown']);
    const reply = chance.percent(10) ? { inResponseTo: 'x' } : {};
    this.record(messageSent, at, { clinician, patient, direction, channel, urgency, redirect: chance.percent(15), ...reply });
    if (chance.percent(35)) this.record(noteWritten, at + chance.pick([0, HOUR, DAY]), { clinician, patient, kind: 'contact' });
  }

  private gifts(clinician: string, patient: string, at: number): void {
    const { chance } = this;
    const gift = (): Data => {
      const placeholder = chance.percent(15);
      const donor = placeholder ? id('D', 999_999) : id('D', Number(patient.slice(2)) * 10 + chance.whole(0, 1));
      const value = { minor: chance.pick([0, 1_000, 2_500, 5_000, 5_001]), currency: chance.pick(['GBP', 'GBP', 'GBP', 'EUR']) };
      return {
        clinician,
        donor,
        donorKind: placeholder ? 'placeholder' : chance.pick(['patient', 'family']),
        ...(chance.percent(80) ? { patient } : {}),
        kind: chance.pick(['in-kind', 'token', 'in-kind', 'token', 'cash', 'voucher']),
        ...(chance.percent(85) ? { value } : {}),
        acceptance: chance.pick(['accepted', 'accepted', 'accepted', 'declined', 'unknown']),
      };
    };
    const recordId = this.record(giftDeclared, at, gift());
    if (chance.percent(25)) this.say(giftCorrected, chance.percent(70) ? at : at + DAY, gift(), { recordId, recordVersion: 5 });
    if (chance.percent(12)) this.say(giftWithdrawn, at, { clinician, reason: 'entered-in-error' }, { recordId, recordVersion: 6 });
  }

  private prescriptions(clinician: string, patient: string, at: number): void {
    const { chance } = this;
    const schedule = chance.pick(['II', 'IV', 'V', 'not-controlled', 'unknown']);
    const prescription = id('rx', this.serial);
    const encounter = chance.percent(15) ? { encounter: 'e' } : {};
    this.record(prescriptionOrdered, at, { clinician, patient, prescription, medication: {}, schedule, ...encounter });
    for (let fill = chance.whole(0, 4); fill > 0; fill -= 1) {
      this.record(prescriptionDispensed, at + fill * 20 * DAY, { clinician, patient, prescription, schedule });
    }
  }

  private incidents(clinician: string, patient: string, at: number): void {
    const { chance } = this;
    const incident = (): Data => ({
      clinician,
      ...(chance.percent(85) ? { patient } : {}),
      category: chance.pick(['romantic-advance-by-patient', 'romantic-advance-by-patient', 'boundary-complaint', 'other']),
      severity: 'low',
      reportedBy: 'clinician',
    });
    const recordId = this.record(incidentReported, at, incident());
    if (chance.percent(25)) this.say(incidentAmended, at, incident(), { recordId, recordVersion: 3 });
  }

  private visits(clinician: string, patient: string, at: number): void {
    if (this.chance.percent(30)) this.record(careStarted, at, { clinician, patient, formallyEvaluated: this.chance.percent(50) });
    else this.record(encounterCompleted, at, { clinician, patient, encounter: id('e', this.serial), place: 'clinic' });
  }

  /** Dispenses that come ever faster while visits stay as they are. */
  private rise(clinician: string, patient: string): void {
    const end = FIRST + 200 * DAY;
    for (let at = FIRST; at < end; at += this.chance.pick([7 * DAY, 15 * DAY])) {
      this.record(encounterCompleted, at, { clinician, patient, encounter: id('e', this.serial), place: 'clinic' });
    }
    for (let at = FIRST, gap = 20 * DAY; at < end; at += gap, gap = Math.max(gap - this.chance.whole(0, 2) * DAY, 12 * HOUR)) {
      const schedule = this.chance.pick(['II', 'II', 'II', 'unknown']);
      this.record(prescriptionDispensed, at, { clinician, patient, prescription: id('rx', this.serial), schedule });
    }
  }

  private relations(clinician: string, patient: string, at: number): void {
    const relation = this.chance.pick(['self', 'family', 'close-friend', 'staff']);
    if (this.chance.percent(20)) this.record(relationRegistered, at, { clinician, patient, relation, registry: 'staff list' });
    this.prescriptions(clinician, patient, at);
  }

  private baselines(): void {
    const { chance } = this;
    for (const metric of ['repeated-after-hours-contact/busiest-dyad', 'rising-controlled-refills/dispenses']) {
      for (const specialty of ['psychiatry', 'oncology']) {
        for (const site of ['Lakeside', 'Northgate', '*']) {
          for (let day = Math.floor(FIRST / DAY) + 28; day < LAST_DAY; day += chance.pick([7, 7, 28])) {
            const limit = chance.whole(0, 4) * 1_000;
            const figures = { medianMilli: 0, percentile95Milli: limit, shrunkPercentile95Milli: limit };
            const peers = site === '*' ? chance.whole(9, 30) : chance.whole(5, 14);
            this.record(peerBaselineComputed, day * DAY, {
              metric,
              specialty,
              site,
              effectiveFrom: isoDate(day),
              windowDays: 30,
              peers,
              ...figures,
            });
          }
        }
      }
    }
  }
}

/** The log of a seed, in an order of arrival that has nothing to do with the order of events. */
export function adversarialLog(seed: number, policy: PolicyDocument): readonly StoredEvent[] {
  const chance = new Chance(seed);
  const { events } = new AdversarialLog(chance, policy);
  const shuffled = [...events];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = chance.whole(0, last);
    [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
  }
  return shuffled;
}
