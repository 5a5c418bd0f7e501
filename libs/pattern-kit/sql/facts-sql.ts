import { joinSql, sql, type Sql } from '@plumbline/analytics-store';
import type { FactDeclaration, PatternDeclaration } from '../declaration';
import { conditionSql } from './condition-sql';
import { newestVersions, surroundedRows } from './rows-sql';
import type { TwinContext } from './twin-context';

/** The columns that tell one subject of a pattern from another. */
export const SUBJECT = sql`clinician, patient, donor, part`;

/**
 * The counting facts of some kinds, each with `kind`, its subject (`clinician`, `patient`, `donor`, `part`), `t` (UTC milliseconds),
 * the event's `key` and what surrounds it. A fact is left out where a condition does not hold, where it is left out by name, and where
 * one cannot be told.
 */
export function factsSql(context: TwinContext, ...names: readonly string[]): Sql {
  return joinSql(
    names.map((name) => factSql(context, name)),
    ' UNION ALL ',
  );
}

/** Event types that a fact is made from. */
export const sourceTypes = (pattern: PatternDeclaration, name: string): readonly string[] =>
  factOf(pattern, name).from.map(({ type }) => type);

function factOf(pattern: PatternDeclaration, name: string): FactDeclaration {
  const fact = pattern.facts[name];
  if (fact === undefined) throw new RangeError(`pattern ${pattern.id} has no fact ${name}`);
  return fact;
}

function factSql(context: TwinContext, name: string): Sql {
  const { pattern, policy } = context;
  const fact = factOf(pattern, name);
  const types = [...fact.from, ...(fact.endedBy ?? [])].map(({ type }) => type);
  const asksForDuty = [...fact.when, ...Object.values(fact.unless ?? {})].some(({ test }) => test === 'off-duty');
  const conditions = [
    sql`has(${fact.from.map(({ type }) => type)}, type)`,
    ...fact.when.map((condition) => conditionSql(condition, policy)),
    ...Object.values(fact.unless ?? {}).map((condition) => sql`NOT ${conditionSql(condition, policy)}`),
    ...needsOf(pattern),
  ];
  return sql`
    SELECT * EXCEPT (subject_patient, of_patient), subject_patient AS patient, of_patient
    FROM (
      SELECT ${name} AS kind, ${subjectOf(context, fact)}, t, key, zone, wall, specialty, site, data, patient AS of_patient
      FROM (${surroundedRows(types, policy.zone, asksForDuty, context.during)})
      WHERE clinician != '' AND ${joinSql(conditions, ' AND ')}
    )`;
}

/** Who a fact is about. A giver that stands for nobody in particular stands alone. */
function subjectOf({ pattern, policy }: TwinContext, fact: FactDeclaration): Sql {
  const by = pattern.by === undefined ? sql`''` : sql`JSONExtractString(data, ${pattern.by})`;
  const alone = fact.standsAlone === undefined ? undefined : sql`ifNull(${conditionSql(fact.standsAlone, policy)}, false)`;
  const part = alone === undefined ? by : sql`if(${alone}, key, ${by})`;
  const patient = pattern.per === 'dyad' ? sql`patient` : sql`''`;
  const donor = pattern.per === 'giver' ? sql`JSONExtractString(data, 'donor')` : sql`''`;
  return sql`clinician, ${patient} AS subject_patient, ${donor} AS donor, ${part} AS part`;
}

/** A subject whose clinician lacks a stream that the pattern needs is undetermined, and has no findings. */
function needsOf(pattern: PatternDeclaration): readonly Sql[] {
  return (pattern.needs ?? []).map(({ from, seenFor }) => {
    const column = seenFor === 'anybody' ? sql`partition` : sql`clinician`;
    return sql`${column} IN (SELECT ${column} FROM (${newestVersions(from.map(({ type }) => type))}))`;
  });
}
