import { ContextStore } from '../context/context-store';
import type { Surroundings } from '../core/adapter';
import { isObject, type JsonObject } from '../core/parse-json';
import { Refusal } from './refusal';
import { codingsOf, listAt, objectAt, textAt, type Coding } from './reader';

/** A reference that was followed: the type of its target and the target's id, or for people already a pseudonym. */
export interface Target {
  readonly type: string;
  readonly id: string;
}

export const nameOf = ({ type, id }: Target): string => `${type}/${id}`;

const LITERAL = /^(?:https?:\/\/.+\/)?([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/;
const CONDITIONAL = /^([A-Z][A-Za-z]+)\?identifier=([^&]+)$/;

const identifierNames = (type: string, resource: JsonObject): readonly string[] =>
  listAt(resource, 'identifier').flatMap((identifier) => {
    const value = textAt(identifier, 'value');
    return value === undefined ? [] : [`${type}?identifier=${textAt(identifier, 'system') ?? ''}|${value}`];
  });

/** Where the references of a resource are followed: in the resource itself, in its Bundle, in what this source sent earlier. */
export class Scope {
  constructor(
    readonly surroundings: Surroundings,
    private readonly bundle: ReadonlyMap<string, JsonObject> = new Map(),
    private readonly resource: JsonObject = {},
  ) {}

  of(resource: JsonObject): Scope {
    return new Scope(this.surroundings, this.bundle, resource);
  }

  /** Follows a Reference; undefined where there is none. @throws Refusal `reference.unresolved` where its target is not known yet. */
  follow(reference: JsonObject | undefined, expected?: string): Target | undefined {
    const literal = textAt(reference, 'reference');
    if (literal !== undefined) return this.followText(literal);
    const identifier = objectAt(reference, 'identifier');
    const type = textAt(reference, 'type') ?? expected;
    const value = textAt(identifier, 'value');
    if (type === undefined || value === undefined) return undefined;
    return this.followText(`${type}?identifier=${textAt(identifier, 'system') ?? ''}|${value}`);
  }

  /** The same for a person; a role is followed to the practitioner who holds it. */
  person(reference: JsonObject | undefined, expected?: string): Target | undefined {
    const target = this.follow(reference, expected);
    return target?.type === 'PractitionerRole' ? this.lookUp(`role ${nameOf(target)}`) : target;
  }

  /** The codings of a medication that is named by CodeableConcept or by Reference. */
  medication(owner: JsonObject): readonly Coding[] {
    const concept = objectAt(owner, 'medicationCodeableConcept');
    if (concept !== undefined) return codingsOf(concept);
    const reference = textAt(objectAt(owner, 'medicationReference'), 'reference');
    if (reference === undefined) return [];
    const near = this.near(reference);
    if (near !== undefined) return codingsOf(objectAt(near, 'code'));
    const target = this.followText(reference);
    const known = this.surroundings.context.get(this.source, `medication ${nameOf(target)}`);
    if (known === undefined) throw this.unresolved(`medication ${nameOf(target)}`);
    return JSON.parse(known) as Coding[];
  }

  /** Keeps what later resources will refer to. People are kept as pseudonyms. */
  remember(resource: JsonObject, type: string, id: string, fullUrl?: string): void {
    const { context, pseudonymOf } = this.surroundings;
    if (type === 'Medication')
      context.put(this.source, `medication Medication/${id}`, JSON.stringify(codingsOf(objectAt(resource, 'code'))));
    const kind = type === 'Practitioner' ? 'clinician' : type === 'Patient' ? 'patient' : undefined;
    const known = kind === undefined ? `${type}/${id}` : `${type}/${pseudonymOf(kind, id)}`;
    if (kind !== undefined) for (const name of identifierNames(type, resource)) context.put(this.source, name, known);
    if (fullUrl?.startsWith('urn:') === true) context.put(this.source, fullUrl, known);
  }

  /** Says which practitioner holds a role. */
  rememberRole(id: string, practitioner: Target): void {
    const { context, pseudonymOf } = this.surroundings;
    context.put(this.source, `role PractitionerRole/${id}`, `Practitioner/${pseudonymOf('clinician', practitioner.id)}`);
  }

  unresolved(reference: string): Refusal {
    return new Refusal(
      {
        code: 'reference.unresolved',
        reason: 'The resource refers to another one that has not been received.',
        remedy: 'Send the other resource; this one is then taken over by itself.',
      },
      ContextStore.keyOf(this.source, reference),
    );
  }

  private get source(): string {
    return this.surroundings.source.name;
  }

  /** A resource that is contained or stands in the same Bundle. */
  private near(reference: string): JsonObject | undefined {
    if (!reference.startsWith('#')) return this.bundle.get(reference);
    return listAt(this.resource, 'contained').find((contained) => contained['id'] === reference.slice(1));
  }

  private followText(reference: string): Target {
    const near = this.near(reference);
    if (near !== undefined) {
      const type = textAt(near, 'resourceType') ?? '';
      const isPerson = type === 'Practitioner' || type === 'Patient';
      if (!reference.startsWith('#') || !isPerson) return { type, id: textAt(near, 'id') ?? reference.replace(/^urn:(uuid|oid):/, '') };
      // A contained person has no identity beyond his business identifier.
      const [name] = identifierNames(type, near);
      if (name !== undefined) return this.lookUp(name);
    }
    if (reference.startsWith('#')) throw this.unresolved(reference);
    if (reference.startsWith('urn:') || CONDITIONAL.test(reference)) return this.conditional(reference);
    const [, type, id] = LITERAL.exec(reference) ?? [];
    if (type === undefined || id === undefined) throw this.unresolved(reference);
    return { type, id };
  }

  private conditional(reference: string): Target {
    for (const resource of this.bundle.values()) {
      const type = textAt(resource, 'resourceType') ?? '';
      const id = textAt(resource, 'id');
      if (id !== undefined && identifierNames(type, resource).includes(reference)) return { type, id };
    }
    return this.lookUp(reference);
  }

  private lookUp(reference: string): Target {
    const known = this.surroundings.context.get(this.source, reference);
    const [, type, id] = known === undefined ? [] : (/^([^/]+)\/(.+)$/.exec(known) ?? []);
    if (type === undefined || id === undefined) throw this.unresolved(reference);
    return { type, id };
  }
}

/** The resources of a Bundle by their full URL. */
export function bundleIndex(bundle: JsonObject): ReadonlyMap<string, JsonObject> {
  const index = new Map<string, JsonObject>();
  for (const entry of listAt(bundle, 'entry')) {
    const fullUrl = textAt(entry, 'fullUrl');
    const resource = entry['resource'];
    if (fullUrl !== undefined && isObject(resource)) index.set(fullUrl, resource);
  }
  return index;
}
