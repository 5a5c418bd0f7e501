import { sql, type Sql, type Statement } from '@plumbline/analytics-store';
import type { PatternDeclaration } from '../declaration';
import { absenceByDayEndSql } from '../measures/absence-by-day-end/sql';
import { countSql } from '../measures/count/sql';
import { missingCompanionSql } from '../measures/missing-companion/sql';
import { registryMatchSql } from '../measures/registry-match/sql';
import { sequenceSql } from '../measures/sequence/sql';
import { singleFactSql } from '../measures/single-fact/sql';
import type { StageSource } from '../measures/stage-machine/declaration';
import { stageMachineSql } from '../measures/stage-machine/sql';
import { sumSql } from '../measures/sum/sql';
import { trendSql } from '../measures/trend/sql';
import { weightedCountSql } from '../measures/weighted-count/sql';
import type { PolicyView } from '../surroundings';
import type { TwinFinding } from './episodes-sql';
import { twinContext } from './twin-context';

/**
 * A pattern as SQL over the table of events: what it would find in all of history under one policy. It finds the same as the fold over
 * a log in which that policy holds throughout, and answers a changed threshold without a replay.
 * @param patterns all declared patterns, for those that rest on the findings of others.
 * @returns undefined where the policy leaves the pattern out.
 */
export function sqlTwin(
  pattern: PatternDeclaration,
  policy: PolicyView,
  patterns: readonly PatternDeclaration[],
): Statement<TwinFinding> | undefined {
  const findings = findingsSql(pattern, policy, patterns);
  if (findings === undefined) return undefined;
  return sql`
    SELECT pattern, clinician, patient, donor, started_at, last_at, kind, facts FROM (${findings})
    ORDER BY clinician, patient, donor, started_at, kind`;
}

function findingsSql(pattern: PatternDeclaration, policy: PolicyView, patterns: readonly PatternDeclaration[]): Sql | undefined {
  const context = twinContext(pattern, policy);
  if (context === undefined) return undefined;
  const { measure } = pattern;
  switch (measure.measure) {
    case 'single-fact':
      return singleFactSql(context, measure);
    case 'count':
      return countSql(context, measure);
    case 'weighted-count':
      return weightedCountSql(context, measure);
    case 'sum':
      return sumSql(context, measure);
    case 'sequence':
      return sequenceSql(context, measure);
    case 'missing-companion':
      return missingCompanionSql(context, measure);
    case 'absence-by-day-end':
      return absenceByDayEndSql(context, measure);
    case 'trend':
      return trendSql(context, measure);
    case 'registry-match':
      return registryMatchSql(context, measure);
    case 'stage-machine':
      return stageMachineSql(context, measure, (source) => findingsOf(source, policy, patterns));
  }
}

/** Bands tell findings apart only where each rule of a single fact names its own; a twin does not know the others' bands. */
function findingsOf({ pattern: id, bands }: StageSource, policy: PolicyView, patterns: readonly PatternDeclaration[]): Sql | undefined {
  const source = patterns.find((candidate) => candidate.id === id);
  if (source === undefined) throw new RangeError(`no pattern is called ${id}`);
  const findings = findingsSql(source, policy, patterns);
  if (findings === undefined || bands === undefined) return findings;
  if (source.measure.measure !== 'single-fact') throw new RangeError(`the twin of ${id} does not tell its bands apart`);
  const kinds = source.measure.rules.filter(({ band }) => bands.includes(band)).map(({ of }) => of);
  return sql`SELECT * FROM (${findings}) WHERE has(${kinds}, kind)`;
}
