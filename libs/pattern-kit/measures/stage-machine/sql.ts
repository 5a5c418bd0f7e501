import { joinSql, sql, typed, type Sql } from '@plumbline/analytics-store';
import { episodesSql } from '../../sql/episodes-sql';
import { factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { StageMachineDeclaration, StageSource } from './declaration';

/** The findings of another pattern under the same policy (of some bands only), or undefined where the policy leaves that pattern out. */
export type FindingsOf = (source: StageSource) => Sql | undefined;

/** Enough stages in the window, each begun after a lower one; the other patterns' findings come from their own twins. */
export function stageMachineSql(context: TwinContext, measure: StageMachineDeclaration, findingsOf: FindingsOf): Sql {
  const { pattern, settings, within, leastIntensityMilli } = context;
  const begun = measure.stages.flatMap(({ stage, findings, facts }) => [
    ...findings.flatMap((source) => {
      const found = findingsOf(source);
      return found === undefined
        ? []
        : [sql`SELECT clinician, patient, started_at AS t, ${stage} AS stage FROM (${found}) WHERE patient != ''`];
    }),
    ...facts.map((fact) => sql`SELECT clinician, patient, t, ${stage} AS stage FROM (${factsSql(context, fact)})`),
  ]);
  const judged = sql`
    SELECT clinician, patient, '' AS donor, '' AS part, 'stage' AS kind, steps[place].1 AS t, place AS key,
      chain * 1000 >= ${settings.milli(measure.atLeast)} AND chain * 1000 >= ${leastIntensityMilli} AS holds
    FROM (
      SELECT clinician, patient, arraySort(groupArray((t, stage))) AS steps, arrayJoin(arrayEnumerate(steps)) AS place,
        ${longestAscent(measure, within)} AS chain
      FROM (${joinSql(begun, ' UNION ALL ')}) GROUP BY clinician, patient
    )`;
  return episodesSql(pattern.id, judged, within);
}

/**
 * The length of the longest run of ever higher stages among the steps in the window that ends with the step at `place`: step by step,
 * the longest run that ends with each stage.
 */
function longestAscent({ stages }: StageMachineDeclaration, within: number): Sql {
  const numbers = typed(
    'Array(Int64)',
    stages.map(({ stage }) => stage),
  );
  const none = typed(
    'Array(Int64)',
    stages.map(() => 0),
  );
  const inWindow = sql`arrayFilter(step -> step.1 > steps[place].1 - ${within}, arraySlice(steps, 1, place))`;
  const below = sql`arrayReduce('max', arrayMap((number, length) -> if(number < step.2, length, 0), ${numbers}, runs))`;
  return sql`
    arrayReduce('max', arrayFold((runs, step) ->
      arrayMap((number, length) -> if(number = step.2, greatest(length, 1 + ${below}), length), ${numbers}, runs),
      ${inWindow}, ${none}))`;
}
