import { EVERY_PARTITION, storedEvent, vocabulary, type EventDefinition, type StoredEvent } from '@plumbline/events';
import { isZone, pseudonymPattern, sha256Hex, type Clock, type Problem, MINUTE } from '@plumbline/kernel';
import type { Pseudonymiser } from '@plumbline/access';
import { digestOf, type Digest } from '../idempotency/digest';
import type { EventDraft } from './draft';
import { problemsOf, shapeFor, type EventShape } from './event-shapes';

/** An event that is ready for the log. */
export interface Prepared {
  readonly type: string;
  readonly partitionKey: string;
  /** `source` NUL id. */
  readonly key: string;
  readonly keyHash: Digest;
  /** Of what the source said, without the time of our receiving it. */
  readonly contentHash: Digest;
  readonly json: string;
}

export type Preparation = { readonly ok: true; readonly event: Prepared } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Clocks differ by seconds and by minutes; beyond this an event is held back until its time has come. */
export const FUTURE_TOLERANCE = 5 * MINUTE;

/** What is planned lies ahead by its nature. */
const PLANNED = /^(directory\.(shift|on-call)-rostered|encounters\.(scheduled|rescheduled))$/;
const MAX_ID = 500;

const isPseudonym = {
  clinician: new RegExp(pseudonymPattern.clinician),
  patient: new RegExp(pseudonymPattern.patient),
  donor: new RegExp(pseudonymPattern.donor),
} as const;

const definitions = new Map(vocabulary.map((definition) => [`${definition.type}@${String(definition.version)}`, definition]));
const definitionOf = (shape: EventShape): EventDefinition => {
  const definition = definitions.get(`${shape.type}@${String(shape.version)}`);
  if (definition === undefined) throw new Error(`no definition of ${shape.type}`);
  return definition;
};

const refused = (code: Problem['code'], reason: string, remedy: string, place: string): Preparation => ({
  ok: false,
  problems: [{ code, reason, remedy, place }],
});

const INGESTED = '"ingestedtime":"';
const RECORDED = '"recordedtime":"';
const STAMP = '2026-01-01T00:00:00.000Z'.length;

/**
 * What the source said, as text: the stored JSON without the time at which we received it, and without the recorded time where
 * that was only our own. Works on stored bytes too, so that the index can be rebuilt from the log. The first match is the
 * envelope's, because a quotation mark inside an earlier value would be escaped.
 */
export function contentOf(json: string): string {
  const ingested = json.indexOf(INGESTED) + INGESTED.length;
  const recorded = json.indexOf(RECORDED) + RECORDED.length;
  const received = json.slice(ingested, ingested + STAMP);
  const own = json.slice(recorded, recorded + STAMP) === received;
  return (
    json.slice(0, recorded) + (own ? json.slice(recorded + STAMP, ingested) : json.slice(recorded, ingested)) + json.slice(ingested + STAMP)
  );
}

/** Validates a draft, replaces people by pseudonyms and builds what goes into the log. Touches nothing but the pseudonymiser. */
export class Preparer {
  constructor(
    private readonly pseudonyms: Pseudonymiser,
    private readonly clock: Clock,
  ) {}

  prepare(draft: EventDraft, authority?: string): Preparation {
    const found = shapeFor(draft.type, draft.version);
    if ('problem' in found) return { ok: false, problems: [found.problem] };
    const { shape } = found;
    if (!shape.validate(draft.data)) {
      const problems = problemsOf(shape.validate.errors, 'event.invalid', `See the schema of ${shape.type} in schemas/events.`);
      return { ok: false, problems: problems.map((problem) => ({ ...problem, place: `/data${problem.place ?? ''}` })) };
    }
    const now = this.clock.now();
    const wrong = this.wrongEnvelope(draft, now);
    if (wrong !== undefined) return wrong;

    const data = shape.inOrder(draft.data);
    for (const { field, kind } of shape.people) {
      const named = data[field] as string | undefined;
      if (named !== undefined && !isPseudonym[kind].test(named)) data[field] = this.pseudonyms.pseudonymOf(kind, named, authority);
    }
    const id =
      draft.id ?? `content-${sha256Hex(`${shape.type}\u0000${String(draft.occurred.instant)}\u0000${JSON.stringify(data)}`).slice(0, 32)}`;
    // A recorded time of the source that is by chance our own instant must not look like one that we filled in.
    const ingestedAt = draft.recordedAt === now ? now + 1 : now;
    const stored: StoredEvent = storedEvent(definitionOf(shape), {
      id,
      source: draft.source,
      occurred: draft.occurred,
      recordedAt: draft.recordedAt ?? ingestedAt,
      ingestedAt,
      ...(draft.recordId === undefined ? {} : { recordId: draft.recordId }),
      ...(draft.recordVersion === undefined ? {} : { recordVersion: draft.recordVersion }),
      ...(draft.retracted === true ? { retracted: true } : {}),
      ...(draft.correlationId === undefined ? {} : { correlationId: draft.correlationId }),
      ...(draft.causationId === undefined ? {} : { causationId: draft.causationId }),
      data,
    });
    const json = JSON.stringify(stored);
    const key = `${draft.source}\u0000${id}`;
    return {
      ok: true,
      event: {
        type: shape.type,
        partitionKey: shape.hasClinician ? stored.partitionkey : EVERY_PARTITION,
        key,
        keyHash: digestOf(key),
        contentHash: digestOf(contentOf(json)),
        json,
      },
    };
  }

  private wrongEnvelope(draft: EventDraft, now: number): Preparation | undefined {
    const { instant, zone } = draft.occurred;
    if (draft.id !== undefined && (draft.id.length === 0 || draft.id.length > MAX_ID)) {
      return refused('event.invalid', `The id is empty or longer than ${String(MAX_ID)} characters.`, 'Give each event a short id.', '/id');
    }
    // The years that RFC 3339 can write with four digits and that a chart can hold.
    if (!(instant > Date.UTC(1900, 0, 1) && instant < Date.UTC(2200, 0, 1))) {
      return refused('time.out-of-range', 'The time lies outside the years 1900 to 2199.', 'Correct the time at the source.', '/time');
    }
    if (!isZone(zone)) {
      return refused('time.unknown-zone', 'The time zone is not in the IANA list.', 'Name a zone such as Europe/London.', '/timezone');
    }
    const ahead = instant > now + FUTURE_TOLERANCE && !PLANNED.test(draft.type);
    if (ahead || (draft.recordedAt ?? 0) > now + FUTURE_TOLERANCE) {
      return refused(
        'time.in-future',
        'The event lies more than five minutes ahead of our clock.',
        'Check the clock of the source; replay the record once its time has come, or mend it.',
        ahead ? '/time' : '/recordedtime',
      );
    }
    return undefined;
  }
}
