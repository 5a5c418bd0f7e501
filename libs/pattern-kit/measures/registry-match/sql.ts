import { sql, type Sql } from '@plumbline/analytics-store';
import { episodesSql } from '../../sql/episodes-sql';
import { SUBJECT, factsSql } from '../../sql/facts-sql';
import type { TwinContext } from '../../sql/twin-context';
import type { RegistryMatchDeclaration } from './declaration';

/** Every fact of a pair that the registry relates, whenever the entry was made. */
export function registryMatchSql(context: TwinContext, { of, registry }: RegistryMatchDeclaration): Sql {
  const judged = sql`
    SELECT *, kind = ${of} AND countIf(kind = ${registry}) OVER (PARTITION BY ${SUBJECT}) > 0 AS holds
    FROM (${factsSql(context, of, registry)})`;
  return episodesSql(context.pattern.id, judged, context.within);
}
