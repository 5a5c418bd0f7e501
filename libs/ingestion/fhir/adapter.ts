import { isUtf8 } from 'node:buffer';
import { ProblemError } from '@plumbline/kernel';
import type { Adapter } from '../core/adapter';
import type { Adapted, EventDraft, Origin } from '../core/draft';
import { MAX_ORIGINAL_BYTES, encodingProblem, linesOf, wholeOf, withoutMark, type Line } from '../core/input';
import { isObject, parseJson, type JsonObject } from '../core/parse-json';
import { baseOf, type Base } from './base';
import { fromCommunication } from './communication';
import { fromPractitionerRole } from './directory';
import { fromAdverseEvent } from './incidents';
import { fromMedicationDispense, fromMedicationRequest } from './medications';
import { listAt, textAt } from './reader';
import { refusal, Refusal } from './refusal';
import { Scope, bundleIndex } from './scope';
import { fromAppointment, fromEncounter } from './visits';

type Mapper = (base: Base) => readonly EventDraft[];

const MAPPERS: ReadonlyMap<string, Mapper> = new Map<string, Mapper>([
  ['PractitionerRole', fromPractitionerRole],
  ['Encounter', fromEncounter],
  ['Appointment', fromAppointment],
  ['Communication', fromCommunication],
  ['MedicationRequest', fromMedicationRequest],
  ['MedicationDispense', fromMedicationDispense],
  ['AdverseEvent', fromAdverseEvent],
]);

/** Resources that others refer to. They are kept for lookup and are no facts about a clinician. */
const CONTEXT: ReadonlySet<string> = new Set([
  'Medication',
  'Practitioner',
  'Patient',
  'Organization',
  'Location',
  'RelatedPerson',
  'Person',
]);

/** Within a Bundle, what is referred to is read before what refers to it, and dispenses, which are counted, as they were handed over. */
const rank = (type: string): number => (CONTEXT.has(type) ? 0 : type === 'PractitionerRole' ? 1 : type === 'MedicationDispense' ? 3 : 2);
const handedOver = (resource: JsonObject): number =>
  Date.parse(textAt(resource, 'whenHandedOver') ?? textAt(resource, 'whenPrepared') ?? '') || 0;

function adaptResource(resource: JsonObject, scope: Scope, origin: Origin, fullUrl?: string): readonly Adapted[] {
  const type = textAt(resource, 'resourceType') ?? '';
  const fallbackId = fullUrl?.replace(/^urn:(uuid|oid):/, '').replace(/^.*\//, '');
  try {
    if (CONTEXT.has(type)) {
      const { id } = baseOf(resource, scope, fallbackId);
      scope.remember(resource, type, id, fullUrl);
      return [{ kind: 'context', origin }];
    }
    const mapper = MAPPERS.get(type);
    if (mapper === undefined) {
      throw refusal(
        'fhir.resource-not-used',
        'No pattern looks at resources of this type.',
        `Leave the type out of the export; used are ${[...MAPPERS.keys(), ...CONTEXT].join(', ')}.`,
        '/resourceType',
      );
    }
    const base = baseOf(resource, scope, fallbackId);
    if (fullUrl?.startsWith('urn:') === true) scope.remember(resource, type, base.id, fullUrl);
    return mapper(base).map((draft) => ({ kind: 'event' as const, origin, draft }));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const awaits = error instanceof Refusal ? error.awaits : undefined;
    return [{ kind: 'rejected', origin, problems: error.problems, ...(awaits === undefined ? {} : { awaits }) }];
  }
}

function adaptBundle(bundle: JsonObject, place: string, scope: Scope): readonly Adapted[] {
  const within = new Scope(scope.surroundings, bundleIndex(bundle));
  const entries = listAt(bundle, 'entry').map((entry, index) => {
    const resource = isObject(entry['resource']) ? entry['resource'] : {};
    const type = textAt(resource, 'resourceType') ?? '';
    return { entry, index, rank: rank(type), turn: type === 'MedicationDispense' ? handedOver(resource) : 0 };
  });
  entries.sort((left, right) => left.rank - right.rank || left.turn - right.turn);
  return entries.flatMap(({ entry, index }) => {
    const { resource } = entry;
    const origin: Origin = {
      place: `${place}/entry/${String(index)}`,
      // An entry is kept as a Bundle of its own; what it refers to is known by then or is awaited.
      original: () => Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: bundle['type'], entry: [entry] })),
      format: 'fhir',
    };
    if (isObject(resource)) return adaptResource(resource, within, origin, textAt(entry, 'fullUrl'));
    const { problems } = refusal(
      'fhir.not-a-resource',
      'The entry of the Bundle holds no resource.',
      'Export entries with their resource.',
    );
    return [{ kind: 'rejected' as const, origin, problems }];
  });
}

function adaptText(text: string, origin: Origin, scope: Scope): readonly Adapted[] {
  const parsed = parseJson(text, MAX_ORIGINAL_BYTES);
  if (!parsed.ok) return [{ kind: 'rejected', origin, problems: [parsed.problem] }];
  if (!isObject(parsed.value) || textAt(parsed.value, 'resourceType') === undefined) {
    const { problems } = refusal(
      'fhir.not-a-resource',
      'This is JSON, but no FHIR resource.',
      'Check the format that the input was sent as.',
    );
    return [{ kind: 'rejected', origin, problems }];
  }
  if (parsed.value['resourceType'] === 'Bundle') return adaptBundle(parsed.value, origin.place, scope);
  return adaptResource(parsed.value, scope, origin);
}

/** One resource or Bundle a line. */
export const fhirNdjson: Adapter = (input, surroundings) => ({
  groups: (async function* () {
    const scope = new Scope(surroundings);
    for await (const lines of linesOf(input, 'fhir')) {
      yield adaptLines(lines, scope);
    }
  })(),
});

function* adaptLines(lines: Iterable<Line>, scope: Scope): Generator<Adapted> {
  for (const line of lines) {
    const { text } = line;
    if (text === undefined) yield { kind: 'rejected', origin: line, problems: [encodingProblem(line.original())] };
    else yield* adaptText(text, line, scope);
  }
}

/** One resource or Bundle. */
export const fhir: Adapter = (input, surroundings) => ({
  groups: (async function* () {
    const bytes = await wholeOf(input);
    const origin: Origin = { place: 'the resource', original: () => bytes };
    yield isUtf8(bytes)
      ? adaptText(withoutMark(bytes.toString('utf8')), origin, new Scope(surroundings))
      : [{ kind: 'rejected' as const, origin, problems: [encodingProblem(bytes)] }];
  })(),
});
