import { isObject, type JsonObject } from '../core/parse-json';

/** Reading without trust: what has another type than FHIR says counts as absent, and the caller says what it misses. */
export const textAt = (object: JsonObject | undefined, field: string): string | undefined => {
  const value = object?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const numberAt = (object: JsonObject | undefined, field: string): number | undefined => {
  const value = object?.[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const objectAt = (object: JsonObject | undefined, field: string): JsonObject | undefined => {
  const value = object?.[field];
  return isObject(value) ? value : undefined;
};

export const listAt = (object: JsonObject | undefined, field: string): readonly JsonObject[] => {
  const value = object?.[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
};

export interface Coding {
  readonly system: string | undefined;
  readonly code: string | undefined;
  readonly display: string | undefined;
}

/** The codings of a CodeableConcept. */
export const codingsOf = (concept: JsonObject | undefined): readonly Coding[] =>
  listAt(concept, 'coding').map((coding) => ({
    system: textAt(coding, 'system'),
    code: textAt(coding, 'code'),
    display: textAt(coding, 'display'),
  }));

/** The code of the first coding of that system among several concepts. */
export const codeIn = (concepts: readonly (JsonObject | undefined)[], system: string): string | undefined =>
  concepts.flatMap(codingsOf).find((coding) => coding.system === system)?.code;

/** What a person would call the concept; for labels such as a specialty. */
export function labelOf(concept: JsonObject | undefined): string | undefined {
  const [coding] = codingsOf(concept);
  return textAt(concept, 'text') ?? coding?.display ?? coding?.code;
}

export const extensionOf = (resource: JsonObject, url: string): JsonObject | undefined =>
  listAt(resource, 'extension').find((extension) => extension['url'] === url);
