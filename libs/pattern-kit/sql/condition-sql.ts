import { joinSql, sql, typed, type Sql } from '@plumbline/analytics-store';
import type { Condition } from '../conditions';
import { localDay, minuteOfDay } from './local-time-sql';
import type { PolicyParameters } from './policy-parameters';

/** What a source writes where it does not know. */
const UNKNOWN = 'unknown';

/**
 * A condition over a row of newest record versions (the columns of `surroundedRows`) as a
 * nullable truth value: NULL is *cannot tell*, so that `WHERE c` and `WHERE NOT c` both leave such a row out, as the fold does.
 */
export function conditionSql(condition: Condition, policy: PolicyParameters): Sql {
  switch (condition.test) {
    case 'field-is': {
      const value = sql`JSONExtractString(data, ${condition.field})`;
      const untold = sql`${value} IN ('', ${UNKNOWN})`;
      return sql`multiIf(has(${condition.values}, ${value}), ${!condition.negated}, ${untold}, NULL, ${condition.negated})`;
    }
    case 'field-presence':
      return sql`(JSONHas(data, ${condition.field}) = ${condition.present})`;
    case 'flag-is':
      return sql`(JSONHas(data, ${condition.field}) AND JSONExtractBool(data, ${condition.field}) = ${condition.value})`;
    case 'personal-channel': {
      const channel = sql`JSONExtractString(data, ${condition.field})`;
      return sql`if(${channel} IN ('', ${UNKNOWN}), NULL, NOT has(${policy.approvedChannels}, ${channel}))`;
    }
    case 'exact-time':
      return EXACT;
    case 'off-duty':
      return sql`if(${EXACT}, duty = 'off' OR (duty = 'no-roster' AND NOT ${openHours(policy)}), NULL)`;
  }
}

/** Exactly 00:00:00 at the source is what systems write when they know the date only; to the millisecond it was measured. */
const EXACT = sql`(time_precision = 'millisecond' OR (time_precision != 'day'
  AND NOT endsWith(toString(occurred_at, time_zone), ' 00:00:00.000')))`;

/** Whether the institution's hours, read on the clinician's clock, hold the moment; never on a holiday. */
function openHours({ hours, holidays }: PolicyParameters): Sql {
  if (hours.length === 0) return sql`false`;
  const weekdaysOf = new Map<string, number[]>();
  for (const { weekday, from, to } of hours) {
    const span = `${String(from)}-${String(to)}`;
    weekdaysOf.set(span, [...(weekdaysOf.get(span) ?? []), weekday]);
  }
  const spans = [...weekdaysOf].map(([span, weekdays]) => {
    const [from = 0, to = 0] = span.split('-').map(Number);
    return sql`(has(${typed('Array(UInt8)', weekdays)}, toDayOfWeek(wall)) AND ${minuteOfDay(sql`wall`)} BETWEEN ${from} AND ${to - 1})`;
  });
  return sql`((${joinSql(spans, ' OR ')}) AND NOT has(${typed('Array(Int32)', holidays)}, ${localDay(sql`wall`)}))`;
}
