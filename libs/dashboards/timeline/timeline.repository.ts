import { instant, sql, table, typed, type Sql } from '@plumbline/analytics-store';
import { DAY } from '@plumbline/kernel';
import { badInput } from '../common/bad-input';
import { MOST_ROWS, connectionOf, decodeCursor, pageSize, totalOf, type Connection, type CursorKey } from '../common/paging';
import type { RequestContext } from '../common/context';
import { Reading } from '../common/reading';
import type { Lane, ProtectiveFactor, Shift, TimelineEvent } from '../schema.generated';
import type { ClinicianEvents } from './clinician-events';
import { inLanes } from './lanes';
import { protectiveFactors } from './protective-factors';
import { eventColumns, timelineEvent, type StoredTimelineRow } from './timeline-row';

/** Whose events; the caller has made sure that the viewer may see this clinician. */
export interface TimelineSubject {
  readonly clinician: string;
  readonly patient?: string | null | undefined;
  readonly donor?: string | null | undefined;
}

export interface TimelinePage {
  readonly lanes?: readonly Lane[] | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly asOf?: number | undefined;
  readonly newestFirst: boolean;
  /** Events of this finding are marked as evidence; without it, those of any finding that stands. */
  readonly findingId?: string | undefined;
}

/** A finding and how much is shown around it. Instants are UTC milliseconds since 1970. */
export interface FindingSpan {
  readonly findingId: string;
  readonly startedAt: number;
  readonly lastAt: number;
  /** Milliseconds before the first event that it counts, or its start where that is earlier, and after its last. */
  readonly before: number;
  readonly after: number;
  readonly asOf: number | undefined;
}

/** What an alert's page shows of events, each list by event time and at most 1,000 long, the nearest to the start first kept. */
export interface Around {
  /** From where on events are shown, UTC milliseconds. */
  readonly from: number;
  readonly evidence: readonly TimelineEvent[];
  readonly surroundings: readonly TimelineEvent[];
  readonly protectiveFactors: readonly ProtectiveFactor[];
}

type Row = StoredTimelineRow & { readonly total: number };
type SubjectRow = StoredTimelineRow & { readonly ofSubject: number };

/** Rosters are read for so many days at most. */
const LONGEST_ROSTER = 366 * DAY;

export class TimelineRepository {
  constructor(
    private readonly reading: Reading,
    private readonly events: ClinicianEvents,
  ) {}

  async page(context: RequestContext, subject: TimelineSubject, request: TimelinePage): Promise<Connection<TimelineEvent>> {
    const size = pageSize(request.first, 200);
    const after = decodeCursor(request.after, 'number');
    const direction = request.newestFirst ? sql`DESC` : sql`ASC`;
    const rows = await this.reading.store.query<Row>(sql`
      SELECT ${eventColumns}, total FROM (
        SELECT *, count() OVER () AS total, ${this.isEvidence(subject, request)} AS is_evidence
        FROM (${await this.events.newest(context, subject.clinician, request.asOf)})
        WHERE ${inLanes(request.lanes)} AND ${subjectCondition(subject)} AND ${within(request)})
      WHERE ${after === undefined ? sql`true` : beyond(after, request.newestFirst)}
      ORDER BY occurred_at ${direction}, partition ${direction}, position ${direction} LIMIT ${size + 1}`);
    const total = await totalOf(rows, request.after, () => this.page(context, subject, { ...request, first: 1, after: null }));
    const keys = new Map<string, CursorKey>(rows.map((row) => [row.id_, [row.occurredMilliseconds, row.id_]]));
    return connectionOf(rows.map(timelineEvent), size, total, ({ id }) => keys.get(id) ?? [0, id]);
  }

  /**
   * The events that a finding counts, with whomever they were, and those with its patient or giver in the days around them. A finding may
   * rest on events long before it began to hold: gifts of a year, stages of half a year. Those that it counts come first, then the nearest to the
   * start, twice as many as a list shows; only the second statement goes by days.
   */
  async around(context: RequestContext, subject: TimelineSubject, span: FindingSpan): Promise<Around> {
    const { startedAt, lastAt, before, after, asOf } = span;
    const newest = await this.events.newest(context, subject.clinician, asOf);
    const nearest = (which: Sql, evidence: 0 | 1): Promise<SubjectRow[]> =>
      this.reading.store.query<SubjectRow>(sql`
        SELECT ${eventColumns}, toUInt8(${subjectCondition(subject)}) AS ofSubject
        FROM (SELECT *, ${typed('UInt8', evidence)} AS is_evidence FROM (${newest}) WHERE ${inLanes(null)} AND ${which})
        ORDER BY abs(occurredMilliseconds - ${startedAt}), partition, position LIMIT ${2 * MOST_ROWS}`);
    const counted = await nearest(this.isEvidence(subject, span), 1);
    const from = Math.min(startedAt, ...counted.map(({ occurredMilliseconds }) => occurredMilliseconds)) - before;
    const days = sql`occurred_at >= ${instant(from)} AND occurred_at < ${instant(lastAt + after)}`;
    const near = await nearest(sql`${subjectCondition(subject)} AND ${days}`, 0);
    const own = counted.filter(({ ofSubject, occurredMilliseconds }) => ofSubject === 1 && occurredMilliseconds < lastAt + after);
    const known = new Set(counted.map(({ id_ }) => id_));
    const others = near.filter(({ id_ }) => !known.has(id_)).slice(0, 2 * MOST_ROWS - counted.length);
    const surrounding = [...own, ...others];
    return { from, evidence: inTime(counted), surroundings: inTime(surrounding), protectiveFactors: protectiveFactors(surrounding) };
  }

  /** Shifts and on-call times that touch the span, in their newest versions. */
  async shifts(clinician: string, from: number, to: number, asOf?: number): Promise<readonly Shift[]> {
    if (to - from > LONGEST_ROSTER) throw badInput('shifts are read for at most 366 days at once');
    return this.reading.store.query<Shift>(sql`
      SELECT toString(kind) AS kind, start_at AS from, end_at AS to, ${this.reading.zone} AS zone
      FROM (SELECT * FROM ${table('rosters')} WHERE clinician = ${clinician} AND ${asOf === undefined ? sql`true` : sql`recorded_at <= ${instant(asOf)}`}
            ORDER BY record_version DESC, event_key DESC LIMIT 1 BY record_key)
      WHERE retracted = 0 AND start_at < ${instant(to)} AND end_at > ${instant(from)} ORDER BY start_at LIMIT 2000`);
  }

  /** The keys stay inside the statement: they carry the sources' own ids. */
  private isEvidence({ clinician }: TimelineSubject, { findingId, asOf }: Pick<TimelinePage, 'findingId' | 'asOf'>): Sql {
    const which = findingId === undefined ? sql`true` : sql`finding_id = ${findingId}`;
    const known = asOf === undefined ? sql`true` : sql`revision_known_at <= ${instant(asOf)}`;
    return sql`concat(source, char(0), id) IN (
      SELECT arrayJoin(evidence) FROM (
        SELECT evidence, status FROM ${table('finding_revisions')} WHERE clinician = ${clinician} AND ${which} AND ${known}
        ORDER BY finding_id DESC, revision DESC LIMIT 1 BY finding_id)
      WHERE ${findingId === undefined ? sql`status != 'withdrawn'` : sql`true`})`;
  }
}

/** The first rows, by event time. */
function inTime(rows: readonly StoredTimelineRow[]): readonly TimelineEvent[] {
  return rows
    .slice(0, MOST_ROWS)
    .sort((left, right) => left.occurredMilliseconds - right.occurredMilliseconds)
    .map(timelineEvent);
}

function subjectCondition({ patient, donor }: TimelineSubject): Sql {
  if (typeof patient === 'string') return sql`patient = ${patient}`;
  return typeof donor === 'string' ? sql`JSONExtractString(data, 'donor') = ${donor}` : sql`true`;
}

function within({ from, to }: Pick<TimelinePage, 'from' | 'to'>): Sql {
  const earliest = typeof from === 'string' ? sql`occurred_at >= ${instant(Date.parse(from))}` : sql`true`;
  return sql`${earliest} AND ${typeof to === 'string' ? sql`occurred_at < ${instant(Date.parse(to))}` : sql`true`}`;
}

function beyond([milliseconds, id]: CursorKey, newestFirst: boolean): Sql {
  const [, partition, position] = /^E(\d{1,5})-(\d{1,15})$/.exec(id) ?? [];
  if (partition === undefined || position === undefined) throw badInput('after is not a cursor of this list');
  const key = sql`(toUnixTimestamp64Milli(occurred_at), partition, position)`;
  const bound = sql`(${typed('Int64', milliseconds)}, ${typed('UInt16', Number(partition))}, ${typed('UInt64', Number(position))})`;
  return newestFirst ? sql`${key} < ${bound}` : sql`${key} > ${bound}`;
}
