import type { Chance } from './chance';
import { moment, type Chart } from './chart';
import { Drift, type PlantedCase } from './planted';
import type { SimulatedClinician } from './staff';

type Story = (drift: Drift, firstDay: number, lastDay: number) => void;

/** One story for each kind of crossing, and the whole slope once. Days count from the end, so that a short simulation has them too. */
const STORIES: readonly Story[] = [
  function afterHours(drift, _first, last) {
    drift.planted('repeated-after-hours-contact', last - 24);
    drift.eveningMessages(last - 24, 7, 'personal-text', 1_330);
    drift.planted('unapproved-channel-contact', last - 24);
  },
  function persistence(drift, _first, last) {
    const start = last - 40;
    drift.planted('unapproved-channel-contact', start);
    drift.message('inbound', 'messaging-app', moment(start, 800, 9));
    drift.message('outbound', 'messaging-app', moment(start, 860, 9));
    drift.message('outbound', 'messaging-app', moment(start + 2, 860, 9));
    drift.message('outbound', 'messaging-app', moment(start + 4, 700, 9), true);
    drift.planted('second-reply-on-unapproved-channel', start + 2);
    drift.message('inbound', 'messaging-app', moment(start + 9, 1_000, 9));
    drift.planted('persistence-after-redirect', start + 9);
  },
  function gifts(drift, _first, last) {
    for (const [back, value] of [
      [110, '£18'],
      [80, '20.00'],
      [45, '£24.50'],
      [20, '£30'],
    ] as const)
      drift.gift(last - back, value);
    drift.planted('gift-accumulation', last - 45);
  },
  function cash(drift, _first, last) {
    drift.gift(last - 15, '£40', 'cash');
    drift.planted('gift-accumulation', last - 15);
  },
  function family(drift, first, last) {
    drift.relation('family', first);
    drift.prescription(last - 30, 'lorazepam');
    drift.planted('prescribing-for-own-circle', last - 30);
  },
  function neverEvaluated(drift, _first, last) {
    drift.prescription(last - 50, 'oxycodone');
    drift.planted('controlled-order-without-evaluation', last - 50);
  },
  function undocumented(drift, _first, last) {
    for (const back of [28, 22, 16, 12, 7]) drift.message('outbound', 'personal-text', moment(last - back, 750, 31));
    drift.planted('contact-without-note', last - 12);
    drift.planted('unapproved-channel-contact', last - 28);
  },
  function advance(drift, _first, last) {
    drift.incident(last - 10, 'romantic-advance-by-patient');
    drift.planted('patient-advance-support', last - 10);
  },
  function slope(drift, _first, last) {
    drift.gift(last - 120, '£35');
    drift.gift(last - 100, '£45');
    drift.planted('gift-accumulation', last - 100);
    drift.eveningMessages(last - 80, 7, 'personal-email', 1_340);
    drift.planted('repeated-after-hours-contact', last - 80);
    drift.eveningMessages(last - 45, 5, 'personal-text', 1_345);
    drift.planted('unapproved-channel-contact', last - 80);
    drift.planted('five-stage-slope', last - 80);
    drift.incident(last - 6, 'boundary-complaint');
  },
];

/** A clinician whose controlled refills climb over the last ninety days while the visits do not. */
function risingRefills(chart: Chart, chance: Chance, clinician: SimulatedClinician, lastDay: number): readonly PlantedCase[] {
  const own = chance.fork('rising');
  const drifts = clinician.patients.map((patient) => new Drift(chart, own, clinician, patient));
  for (let back = 170; back >= 2; back -= back > 90 ? 9 : 2) own.pick(drifts).prescription(lastDay - back, 'zolpidem');
  const drift = new Drift(chart, own, clinician, clinician.patients[0] ?? '');
  drift.planted('rising-controlled-refills', lastDay - 60, false);
  return drift.cases;
}

/** Plants every story once among clinicians chosen by chance. Returns the truth. */
export function plantStories(
  chart: Chart,
  chance: Chance,
  staff: readonly SimulatedClinician[],
  firstDay: number,
  lastDay: number,
): readonly PlantedCase[] {
  const free = [...staff];
  const take = (wanted: (clinician: SimulatedClinician) => boolean): SimulatedClinician | undefined => {
    const candidates = free.filter(wanted);
    if (candidates.length === 0) return undefined;
    const chosen = chance.pick(candidates);
    free.splice(free.indexOf(chosen), 1);
    return chosen;
  };
  const truth: PlantedCase[] = [];
  const prescriber = lastDay - firstDay >= 185 ? take((clinician) => clinician.specialty === 'family medicine') : undefined;
  if (prescriber !== undefined) truth.push(...risingRefills(chart, chance, prescriber, lastDay));
  for (const story of STORIES) {
    const clinician = take(() => true);
    if (clinician === undefined) break;
    // A patient of his or her own who appears nowhere else, so that no ordinary visit explains what follows.
    const patient = `${clinician.patients[0]?.slice(0, 7) ?? 'pt-0000'}-900`;
    const drift = new Drift(chart, chance.fork(story.name), clinician, patient);
    story(drift, firstDay, lastDay);
    truth.push(...drift.cases);
  }
  return truth;
}
