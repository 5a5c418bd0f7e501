import { sql, type Sql } from '@plumbline/analytics-store';

/**
 * The wall clock at an instant (DateTime64) in the zone of a column, as a DateTime64 that calls itself UTC. A zone in ClickHouse belongs
 * to a type and not to a value: `toTimeZone` with a column of zones answers in the server's zone without a word, `toString` in each row's own.
 */
export const wallClock = (at: Sql, zone: Sql): Sql => sql`toDateTime64(toString(${at}, ${zone}), 3, 'UTC')`;

/** Minutes after local midnight of a wall clock. */
export const minuteOfDay = (wall: Sql): Sql => sql`(toHour(${wall}) * 60 + toMinute(${wall}))`;

/** Days since 1970-01-01 of a wall clock's date. */
export const localDay = (wall: Sql): Sql => sql`toInt32(toDate32(${wall}))`;

const DAY = sql`86400000`;

const asInstant = (milliseconds: Sql): Sql => sql`fromUnixTimestamp64Milli(toInt64(${milliseconds}), 'UTC')`;

const offset = (milliseconds: Sql, zone: Sql): Sql =>
  sql`(toUnixTimestamp64Milli(${wallClock(asInstant(milliseconds), zone)}) - (${milliseconds}))`;

/** Rows with `day_end`: the first instant (UTC milliseconds) of the local day after that of `t` in `zone`; days of 23 and 25 hours too. */
export function withDayEnd(rows: Sql): Sql {
  const zone = sql`zone`;
  const shown = localDay(wallClock(asInstant(sql`second_guess`), zone));
  return sql`
    SELECT * EXCEPT (midnight, first_guess, second_guess),
      if(${shown} * ${DAY} = midnight, second_guess, greatest(first_guess, second_guess)) AS day_end
    FROM (
      SELECT *, midnight - ${offset(sql`midnight`, zone)} AS first_guess, midnight - ${offset(sql`first_guess`, zone)} AS second_guess
      FROM (SELECT *, toInt64(${localDay(sql`wall`)} + 1) * ${DAY} AS midnight FROM (${rows}))
    )`;
}
