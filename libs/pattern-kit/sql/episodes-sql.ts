import { joinSql, sql, type Sql } from '@plumbline/analytics-store';
import { SUBJECT } from './facts-sql';

/** A whole number that a fact of `factsSql` adds to a sum; `name` becomes a column. */
export interface Summand {
  readonly name: Sql;
  readonly of: Sql;
}

const sums = (summands: readonly Summand[], each: (summand: Summand) => Sql): Sql => joinSql(summands.map(each), ', ');

/**
 * Facts with their sums over (opens, t], each fact counted up to its own place in the order of (time, key); `opens` is an expression
 * over the fact. A sum over a window is the running sum less the running sum at the window's edge, so every window is exact to the
 * millisecond whatever its length (a frame by RANGE ends at 32 bits). The edge is a second row of the fact, which weighs nothing and
 * comes after all facts of its moment: so the facts are read once, however often windows are laid over one another.
 */
export function windowSums(facts: Sql, summands: readonly Summand[], opens: Sql): Sql {
  const upto = sql`PARTITION BY ${SUBJECT} ORDER BY moment, is_edge, key, kind ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
  return sql`
    SELECT * EXCEPT (is_edge, moment, ${sums(summands, ({ name }) => sql`running_${name}`)}) FROM (
      SELECT *, ${sums(summands, ({ name }) => sql`running_${name} - sumIf(running_${name}, is_edge) OVER (PARTITION BY ${SUBJECT}, key, kind) AS ${name}`)}
      FROM (
        SELECT *, ${sums(summands, ({ name, of }) => sql`sum(if(is_edge, 0, toInt64(${of}))) OVER (${upto}) AS running_${name}`)}
        FROM (SELECT *, arrayJoin([false, true]) AS is_edge, if(is_edge, ${opens}, t) AS moment FROM (${facts}))
      )
    )
    WHERE NOT is_edge`;
}

/** Findings of a twin: who, from when to when (UTC milliseconds), and by which kind of fact. */
export interface TwinFinding {
  readonly pattern: string;
  readonly clinician: string;
  readonly patient: string;
  readonly donor: string;
  readonly started_at: number;
  readonly last_at: number;
  readonly kind: string;
  /** Facts at which the rule held. */
  readonly facts: number;
}

/**
 * Findings from judged facts (`holds` says whether the rule held at each): a fact carries on the run of the fact of its kind before it
 * where the rule held there too and the two lie within one window, or it begins a finding. `instant` is when the rule holds at a fact.
 */
export function episodesSql(pattern: string, judged: Sql, within: number, instant = sql`t`): Sql {
  const before = sql`PARTITION BY ${SUBJECT}, kind ORDER BY t, key ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW`;
  return sql`
    SELECT ${pattern} AS pattern, clinician, patient, donor, part, kind, min(${instant}) AS started_at, max(${instant}) AS last_at,
      toUInt32(count()) AS facts
    FROM (
      SELECT *, sum(begins) OVER (${before}) AS episode
      FROM (
        SELECT *, holds AND NOT (lagInFrame(holds, 1, false) OVER (${before}) AND lagInFrame(t, 1, t) OVER (${before}) > t - ${within}) AS begins
        FROM (SELECT * EXCEPT holds, ifNull(holds, false) AS holds FROM (${judged}))
      )
    )
    WHERE holds GROUP BY ${SUBJECT}, kind, episode`;
}
