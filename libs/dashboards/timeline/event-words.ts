import type { EventDetail } from '../schema.generated';

type Data = Readonly<Record<string, unknown>>;

const text = (data: Data, field: string): string => (typeof data[field] === 'string' ? data[field].replaceAll('-', ' ') : 'unknown');

const gift =
  (verb: string) =>
  (data: Data): string =>
    `Gift ${verb}: ${text(data, 'kind')}${moneyWords(data['value'], ', ')}`;

/** What an event is called in a timeline, from labels and codes alone. */
const labels: Readonly<Record<string, (data: Data) => string>> = {
  'messaging.message-sent': (data) =>
    `${data['direction'] === 'outbound' ? 'Message to the patient' : 'Message from the patient'} by ${text(data, 'channel')}`,
  'messaging.social-connection-made': (data) => `Social connection ${text(data, 'state')}, asked for by the ${text(data, 'initiator')}`,
  'prescribing.ordered': (data) => `Prescription ordered${scheduleWords(data)}`,
  'prescribing.dispensed': (data) => `Medication dispensed${scheduleWords(data)}`,
  'gifts.offered': gift('offered'),
  'gifts.declared': gift('declared'),
  'gifts.corrected': gift('declared, corrected'),
  'incidents.reported': (data) => `Incident reported: ${text(data, 'category')}`,
  'incidents.amended': (data) => `Incident report amended: ${text(data, 'category')}`,
  'incidents.closed': (data) => `Incident closed: ${text(data, 'outcome')}`,
  'incidents.finding-recorded': (data) =>
    `Finding of an investigation, ${data['substantiated'] === true ? 'substantiated' : 'not substantiated'}`,
  'encounters.scheduled': (data) => `Visit booked by the ${text(data, 'bookedBy')}, place ${text(data, 'place')}`,
  'encounters.completed': (data) => `Visit, place ${text(data, 'place')}`,
  'encounters.rescheduled': (data) => `Visit moved by the ${text(data, 'rescheduledBy')}`,
  'documentation.note-written': (data) => `Note about a ${text(data, 'kind')}`,
  'relationships.care-started': () => 'Care began',
  'relationships.care-ended': (data) => `Care ended by the ${text(data, 'endedBy')}`,
  'relationships.care-transferred': () => 'Care passed to a colleague',
  'relationships.dual-role-declared': (data) => `Dual role declared: ${text(data, 'role')}`,
  'relationships.household-recorded': () => 'Household recorded',
  'relationships.patient-registered': (data) => `Patient ${text(data, 'state')}`,
  'relationships.relation-registered': (data) => `Relation on file: ${text(data, 'relation')}`,
  'exceptions.granted': (data) => `Exception granted: ${text(data, 'domain')}`,
};

export const labelOf = (type: string, data: Data): string => labels[type]?.(data) ?? type;

/** People's pseudonyms stand in fields of their own, and a source's record numbers are nobody's reading. */
const HIDDEN = new Set([
  'clinician',
  'patient',
  'to',
  'household',
  'prescription',
  'priorPrescription',
  'basedOn',
  'encounter',
  'about',
  'inResponseTo',
  'registry',
]);

const NAMES: Readonly<Record<string, string>> = {
  inResponseTo: 'is a reply',
  redirect: 'sends to an approved channel',
  daysSupply: "days' supply",
  refillNumber: 'refill number',
  refillSource: 'refill number taken from',
  refillsAllowed: 'refills allowed',
  donorKind: 'giver',
  donor: 'giver, pseudonym',
  valueAsPrinted: 'value as printed',
  labelledOneTime: 'labelled as one time',
  formallyEvaluated: 'formally evaluated',
  rationaleRecorded: 'rationale recorded',
  scheduleSource: 'schedule taken from',
};

/** The event's labels and codes, in the order in which they stand. */
export function detailsOf(data: Data): readonly EventDetail[] {
  return Object.entries(data).flatMap(([field, value]) => {
    if (field === 'inResponseTo') return [{ name: NAMES['inResponseTo'] ?? field, value: 'yes' }];
    if (HIDDEN.has(field)) return [];
    const words = valueWords(value);
    return words === '' ? [] : [{ name: NAMES[field] ?? spaced(field), value: words }];
  });
}

function valueWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) return '';
  return moneyWords(value, '') || valueWords((value as Data)['display']) || valueWords((value as Data)['code']);
}

const digitsOf = new Map<string, number>();

/** The currency's own number of minor digits: two for pounds, none for yen. Asking for it takes longer than all other words of an event. */
function minorDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

function moneyWords(value: unknown, before: string): string {
  const { minor, currency } = (value ?? {}) as { readonly minor?: unknown; readonly currency?: unknown };
  if (typeof minor !== 'number' || typeof currency !== 'string') return '';
  const digits = minorDigits(currency);
  return `${before}${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
}

function scheduleWords(data: Data): string {
  const schedule = data['schedule'];
  if (schedule === 'not-controlled') return ', not controlled';
  return schedule === 'unknown' || typeof schedule !== 'string' ? '' : `, schedule ${schedule}`;
}

const spaced = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
