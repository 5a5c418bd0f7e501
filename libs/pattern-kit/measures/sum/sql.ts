import { sql, type Sql } from '@plumbline/analytics-store';
import { conditionSql } from '../../sql/condition-sql';
import { episodesSql, windowSums } from '../../sql/episodes-sql';
import { factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { SumDeclaration } from './declaration';
import { minorPerUnit } from './money-words';

/** The window's sum exceeds the limit, or one fact is enough of itself, or there are enough of them. */
export function sumSql(context: TwinContext, measure: SumDeclaration): Sql {
  const { pattern, policy, settings, within } = context;
  const limit = Math.round(settings.number(measure.above.limit) * minorPerUnit(policy.currency));
  const sameCurrency = sql`JSONExtractString(data, ${measure.field}, 'currency') = ${policy.currency}`;
  const facts = factsSql(context, measure.of);
  const summed = windowSums(
    facts,
    [
      { name: sql`money`, of: sql`if(${sameCurrency}, JSONExtractInt(data, ${measure.field}, 'minor'), 0)` },
      { name: sql`enough`, of: sql`ifNull(${conditionSql(measure.anyOf.when, policy)}, false)` },
      { name: sql`number`, of: sql`1` },
    ],
    sql`t - ${within}`,
  );
  const judged = sql`
    SELECT *, money > ${limit} OR enough > 0 OR number * 1000 >= ${settings.milli(measure.atLeast.number)} AS holds FROM (${summed})`;
  return withPatient(episodesSql(pattern.id, judged, within), facts, within);
}

/** A finding about a giver names the patient where every fact of its evidence that names one names the same. */
function withPatient(findings: Sql, facts: Sql, within: number): Sql {
  const same = sql`clinician, donor, part, kind, started_at`;
  return sql`
    SELECT any(pattern) AS pattern, clinician, if(length(named) = 1, named[1], '') AS patient, donor, part, kind, started_at,
      any(last) AS last_at, any(held) AS facts, groupUniqArrayIf(of_patient, of_patient != '') AS named
    FROM (
      SELECT findings.pattern AS pattern, findings.clinician AS clinician, findings.donor AS donor, findings.part AS part,
        findings.kind AS kind, findings.started_at AS started_at, findings.last_at AS last, findings.facts AS held, facts.of_patient AS of_patient
      FROM (${findings}) AS findings
      INNER JOIN (${facts}) AS facts
      ON findings.clinician = facts.clinician AND findings.donor = facts.donor AND findings.part = facts.part
      WHERE facts.t > findings.started_at - ${within} AND facts.t <= findings.last_at
    )
    GROUP BY ${same}`;
}
