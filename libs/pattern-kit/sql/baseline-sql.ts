import { sql, type Sql } from '@plumbline/analytics-store';
import { localDay } from './local-time-sql';
import { newestVersions } from './rows-sql';

/** The figures of a metric for every specialty and site, in the order of the dates from which they hold. */
function figuresOf(metric: string): Sql {
  return sql`
    SELECT JSONExtractString(data, 'specialty') AS specialty, JSONExtractString(data, 'site') AS site,
      arraySort(groupArray((toInt32(toDate32(JSONExtractString(data, 'effectiveFrom'))), concat(source, char(0), id),
        JSONExtractInt(data, 'peers'), JSONExtractInt(data, 'shrunkPercentile95Milli')))) AS figures
    FROM (${newestVersions(['baselines.peer-baseline-computed'])})
    WHERE JSONExtractString(data, 'metric') = ${metric} GROUP BY specialty, site`;
}

/**
 * Rows with `peer_limit`, the shrunk 95th percentile in thousandths that held on the local day: of the clinician's own site where enough
 * peers stand behind it, else of the whole specialty, else NULL.
 */
export function withPeerLimit(rows: Sql, metric: string, minimumPeers: number): Sql {
  const upto = sql`entry -> entry.1 <= ${localDay(sql`wall`)}`;
  return sql`
    SELECT * EXCEPT (own, general), multiIf(own.3 >= ${minimumPeers} AND own.2 != '', toNullable(own.4),
      general.3 >= ${minimumPeers} AND general.2 != '', toNullable(general.4), NULL) AS peer_limit
    FROM (
      SELECT facts.*, arrayLast(${upto}, site_figures.figures) AS own, arrayLast(${upto}, all_figures.figures) AS general
      FROM (${rows}) AS facts
      LEFT JOIN (${figuresOf(metric)}) AS site_figures ON site_figures.specialty = facts.specialty AND site_figures.site = facts.site
      LEFT JOIN (SELECT * FROM (${figuresOf(metric)}) WHERE site = '*') AS all_figures ON all_figures.specialty = facts.specialty
    )`;
}
