import { EVERY_PARTITION, receivingHead, textBeforeReceiving } from '@plumbline/events';
import { isoInstant, isZone, MINUTE, pseudonymPattern, sha256Hex, type Clock, type Problem } from '@plumbline/kernel';
import type { Pseudonymiser } from '@plumbline/access';
import { withoutRecorded } from './content';
import type { Naming } from './data-text';
import type { EventDraft } from './draft';
import { problemsOf, shapeFor, type EventShape } from './event-shapes';
import { Pages, PreparedBatch } from './prepared';

/** Why a draft cannot become an event. `due`: from when on the same record could be taken over, UTC milliseconds. */
export interface Refusal {
  readonly problems: readonly Problem[];
  readonly due?: number;
}

/** Clocks differ by seconds and by minutes; beyond this an event is held back until its time has come. */
export const FUTURE_TOLERANCE = 5 * MINUTE;

/** What is planned lies ahead by its nature. */
const PLANNED = /^(directory\.(shift|on-call)-rostered|encounters\.(scheduled|rescheduled))$/;
const MAX_ID = 500;
/** The years that RFC 3339 can write with four digits and that a chart can hold. */
const FIRST_INSTANT = Date.UTC(1900, 0, 1);
const LAST_INSTANT = Date.UTC(2200, 0, 1);

const isPseudonym = {
  clinician: new RegExp(pseudonymPattern.clinician),
  patient: new RegExp(pseudonymPattern.patient),
  donor: new RegExp(pseudonymPattern.donor),
} as const;

const refused = (code: Problem['code'], reason: string, remedy: string, place: string): Refusal => ({
  problems: [{ code, reason, remedy, place }],
});

/** Validates a draft, replaces people by pseudonyms and writes what goes into the log. Touches nothing but the pseudonymiser. */
export class Preparer {
  private readonly pages = new Pages();
  private latestNaming: { readonly authority: string | undefined; readonly name: Naming } | undefined;
  private receivedAt = Number.NaN;
  private receivedTime = '';
  private receivedHead = '';

  constructor(
    private readonly pseudonyms: Pseudonymiser,
    private readonly clock: Clock,
  ) {}

  /** A batch whose events are received now. */
  begin(): PreparedBatch {
    return new PreparedBatch(this.clock.now());
  }

  /** Adds the event to the batch, or says why it cannot. */
  prepare(draft: EventDraft, authority: string | undefined, into: PreparedBatch): Refusal | undefined {
    const found = shapeFor(draft.type, draft.version);
    if ('problem' in found) return { problems: [found.problem] };
    const { shape } = found;
    const now = into.receivedAt;
    const name = this.naming(authority);
    // An envelope that is refused must leave no identity behind, so it is looked at before people are named.
    const wrong = wrongEnvelope(draft, now);
    let data = wrong === undefined ? shape.write(draft.data, name) : undefined;
    if (data === undefined) {
      if (!shape.validate(draft.data)) {
        const problems = problemsOf(shape.validate.errors, 'event.invalid', `See the schema of ${shape.type} in schemas/events.`);
        return { problems: problems.map((problem) => ({ ...problem, place: `/data${problem.place ?? ''}` })) };
      }
      if (wrong !== undefined) return wrong;
      data = textOf(shape, draft.data, name);
    }
    this.write(shape, draft, data, now, name, into);
    return undefined;
  }

  private write(shape: EventShape, draft: EventDraft, data: string, now: number, name: Naming, into: PreparedBatch): void {
    const id = draft.id ?? `content-${sha256Hex(`${shape.type}\u0000${String(draft.occurred.instant)}\u0000${data}`).slice(0, 32)}`;
    // A recorded time of the source that is by chance our own instant must not look like one that we filled in.
    this.receive(draft.recordedAt === now ? now + 1 : now);
    const partitionKey = shape.hasClinician ? pseudonymIn(draft.data, name) : EVERY_PARTITION;
    const text = textBeforeReceiving(shape.definition, {
      id,
      source: draft.source,
      time: draft.occurredText ?? isoInstant(draft.occurred.instant),
      precision: draft.occurred.precision,
      zone: draft.occurred.zone,
      recordedTime: draft.recordedAt === undefined ? this.receivedTime : (draft.recordedText ?? isoInstant(draft.recordedAt)),
      recordId: draft.recordId,
      recordVersion: draft.recordVersion,
      retracted: draft.retracted,
      correlationId: draft.correlationId,
      causationId: draft.causationId,
      partitionKey,
      data,
    });
    const content = draft.recordedAt === undefined ? withoutRecorded(text, this.receivedTime) : text;
    const key = `${draft.source}\u0000${id}`;
    into.add(shape.type, draft.occurred.instant, partitionKey, key, content, this.pages.write(this.receivedHead, text));
  }

  /** Most events are from the authority of the event before. */
  private naming(authority: string | undefined): Naming {
    if (this.latestNaming?.authority !== authority || this.latestNaming === undefined) {
      let identifierOf: string | undefined;
      let clinician = '';
      const name: Naming = (kind, identifier) => {
        if (kind !== 'clinician') return this.pseudonyms.pseudonymOf(kind, identifier, authority);
        // Asked for twice for every event: for its data, and for its partition.
        if (identifier !== identifierOf) {
          clinician = this.pseudonyms.pseudonymOf(kind, identifier, authority);
          identifierOf = identifier;
        }
        return clinician;
      };
      this.latestNaming = { authority, name };
    }
    return this.latestNaming.name;
  }

  /** Most events of a batch are received in the same millisecond. */
  private receive(instant: number): void {
    if (instant === this.receivedAt) return;
    this.receivedAt = instant;
    this.receivedTime = isoInstant(instant);
    this.receivedHead = receivingHead(this.receivedTime);
  }
}

/** The clinician whose partition it is; absent where the field may be left out. */
function pseudonymIn(data: EventDraft['data'], name: Naming): string {
  const clinician = data['clinician'];
  if (typeof clinician !== 'string') return EVERY_PARTITION;
  return isPseudonym.clinician.test(clinician) ? clinician : name('clinician', clinician);
}

/** Valid data that its quick writer left to the validator. */
function textOf(shape: EventShape, data: EventDraft['data'], name: Naming): string {
  const ordered = shape.inOrder(data);
  for (const { field, kind } of shape.people) {
    const named = ordered[field] as string | undefined;
    if (named !== undefined && !isPseudonym[kind].test(named)) ordered[field] = name(kind, named);
  }
  return JSON.stringify(ordered);
}

function wrongEnvelope(draft: EventDraft, now: number): Refusal | undefined {
  const { instant, zone } = draft.occurred;
  if (draft.id !== undefined && (draft.id.length === 0 || draft.id.length > MAX_ID)) {
    return refused('event.invalid', `The id is empty or longer than ${String(MAX_ID)} characters.`, 'Give each event a short id.', '/id');
  }
  if (!(instant > FIRST_INSTANT && instant < LAST_INSTANT)) {
    return refused('time.out-of-range', 'The time lies outside the years 1900 to 2199.', 'Correct the time at the source.', '/time');
  }
  if (!isZone(zone)) {
    return refused('time.unknown-zone', 'The time zone is not in the IANA list.', 'Name a zone such as Europe/London.', '/timezone');
  }
  const ahead = instant > now + FUTURE_TOLERANCE && !PLANNED.test(draft.type);
  const recordedAt = draft.recordedAt ?? -Infinity;
  if (ahead || recordedAt > now + FUTURE_TOLERANCE) {
    const early = refused(
      'time.in-future',
      'The event lies more than five minutes ahead of our clock.',
      'Check the clock of the source. The record is taken over by itself once its time has come; mend it where the time is wrong.',
      ahead ? '/time' : '/recordedtime',
    );
    return { ...early, due: Math.max(ahead ? instant : -Infinity, recordedAt) - FUTURE_TOLERANCE };
  }
  return undefined;
}
