import { instant, sql, table, type Sql } from '@plumbline/analytics-store';
import { wallClock, withDayEnd } from './local-time-sql';

/** Milliseconds since 1970 of a field that holds an RFC 3339 instant. */
const instantField = (field: 'start' | 'end'): Sql =>
  sql`toUnixTimestamp64Milli(parseDateTime64BestEffort(JSONExtractString(data, ${field}), 3, 'UTC'))`;

/** Instants after `from` and up to `to`, UTC milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * One row a record: its highest version, of equal versions the one with the greater event id, whatever the order of arrival.
 * Retracted records are gone; `type` may have become one that ends the record.
 * @param during all records of which some version happened then, and hardly any others, however many there are. The newest version of a record
 * that is found may have happened at another time.
 */
export function newestVersions(types: readonly string[], during?: Span): Sql {
  // By the record's id alone, which is asked for before any other column is read: two sources seldom share one.
  const found = (span: Span): Sql => sql`
      PREWHERE record_id IN (SELECT record_id FROM ${table('events')}
        WHERE has(${types}, type) AND occurred_at > ${instant(span.from)} AND occurred_at <= ${instant(span.to)})`;
  const version = sql`(type, clinician, patient, occurred_at, time_precision, time_zone, id, retracted, data, partition)`;
  return sql`
    SELECT source, newest.1 AS type, newest.2 AS clinician, newest.3 AS patient, newest.4 AS occurred_at, newest.5 AS time_precision,
      newest.6 AS time_zone, newest.7 AS id, newest.9 AS data, newest.10 AS partition
    FROM (
      SELECT source, record_id, argMax(${version}, (record_version, id)) AS newest
      FROM ${table('events')} ${during === undefined ? sql`` : found(during)} WHERE has(${types}, type) GROUP BY source, record_id
    )
    WHERE newest.8 = 0`;
}

/** Shifts and on-call rows of each clinician, and from when to when the shifts cover the time. */
function rosters(): Sql {
  return sql`
    SELECT clinician,
      groupArrayIf((span_start, span_end), kind = 'directory.shift-rostered') AS shifts,
      groupArrayIf((span_start, span_end), kind = 'directory.on-call-rostered') AS on_call,
      minIf(span_start, kind = 'directory.shift-rostered') AS cover_start,
      maxIf(span_end, kind = 'directory.shift-rostered') AS cover_end
    FROM (
      SELECT type AS kind, clinician, ${instantField('start')} AS span_start, ${instantField('end')} AS span_end
      FROM (${newestVersions(['directory.shift-rostered', 'directory.on-call-rostered'])})
    )
    GROUP BY clinician`;
}

/** The directory's entries of each clinician in the order of time: instant, key, specialty, site, zone, state. */
export function listings(): Sql {
  return sql`
    SELECT clinician, arraySort(groupArray((toUnixTimestamp64Milli(occurred_at), concat(source, char(0), id),
      JSONExtractString(data, 'specialty'), JSONExtractString(data, 'site'), JSONExtractString(data, 'zone'), JSONExtractString(data, 'state')))) AS entries
    FROM (${newestVersions(['directory.clinician-listed'])}) GROUP BY clinician`;
}

/**
 * The newest versions of records of these types with what surrounds them at their time: `t` (UTC milliseconds), `key` (the event's),
 * `duty` (`on-shift`, `on-call`, `off`, `no-roster`; empty unless asked for), `specialty` and `site` (empty where the directory has no entry), `zone` (the
 * clinician's, else the institution's) and `wall`, the clock on the wall there. Before the directory's first entry that entry counts.
 * `during` as of {@link newestVersions}.
 */
export function surroundedRows(types: readonly string[], institutionZone: string, withDuty: boolean, during?: Span): Sql {
  const duty = sql`
      multiIf(arrayExists(span -> span.1 <= t AND t < span.2, rosters.shifts), 'on-shift',
        arrayExists(span -> span.1 <= t AND t < span.2, rosters.on_call), 'on-call',
        notEmpty(rosters.shifts) AND t >= rosters.cover_start AND t <= rosters.cover_end, 'off', 'no-roster')`;
  const onRosters = sql`LEFT JOIN (${rosters()}) AS rosters ON rosters.clinician = events.clinician`;
  return sql`
    SELECT events.type AS type, events.clinician AS clinician, events.patient AS patient, events.data AS data, events.partition AS partition,
      events.occurred_at AS occurred_at, events.time_precision AS time_precision, events.time_zone AS time_zone,
      toUnixTimestamp64Milli(events.occurred_at) AS t, concat(events.source, char(0), events.id) AS key,
      ${withDuty ? duty : sql`''`} AS duty,
      if(arrayExists(entry -> entry.1 <= t, listings.entries), arrayLast(entry -> entry.1 <= t, listings.entries), listings.entries[1]) AS listing,
      listing.3 AS specialty, listing.4 AS site, if(listing.5 = '', ${institutionZone}, listing.5) AS zone,
      ${wallClock(sql`occurred_at`, sql`zone`)} AS wall
    FROM (${newestVersions(types, during)}) AS events
    ${withDuty ? onRosters : sql``}
    LEFT JOIN (${listings()}) AS listings ON listings.clinician = events.clinician`;
}

/** The end of the latest closed day, UTC milliseconds; 0 where none is closed. */
export function closedUntil(): Sql {
  const days = sql`
    SELECT JSONExtractString(data, 'zone') AS zone, toDateTime64(JSONExtractString(data, 'day'), 3, 'UTC') AS wall
    FROM ${table('events')} WHERE type = 'calendar.day-closed'`;
  return sql`SELECT max(day_end) FROM (${withDayEnd(days)})`;
}
