import { sql, typed, type Sql, type Statement } from '@plumbline/analytics-store';
import type { PatternDeclaration } from '../declaration';
import { weighedFacts } from '../measures/weighted-count/sql';
import type { PolicyView } from '../surroundings';
import { factsSql, sourceTypes } from './facts-sql';
import { listings, newestVersions, type Span } from './rows-sql';
import { twinContext, type TwinContext } from './twin-context';

/** As many colleagues as a site must have for its own percentile to weigh as much as the whole specialty's. */
const PRIOR_COLLEAGUES = 20;

/** The distribution among the colleagues of one specialty at one site (`*`: everywhere), in thousandths of the measure's unit. */
export interface PeerFigures {
  /** UTC milliseconds: the end of the window that was looked at, and the instant from which the figures hold. */
  readonly effective: number;
  readonly specialty: string;
  readonly site: string;
  readonly peers: number;
  readonly median_milli: number;
  readonly percentile95_milli: number;
  readonly shrunk_percentile95_milli: number;
}

/** What a pattern compares a clinician's colleagues by. */
export interface PeerMetric {
  readonly metric: string;
  readonly windowDays: number;
  /** The figures at each of the instants (UTC milliseconds). */
  figuresAt(instants: readonly number[]): Statement<PeerFigures>;
}

/** The metric that a pattern's measure compares with peers by; undefined where it compares with none or the policy leaves it out. */
export function peerMetric(pattern: PatternDeclaration, policy: PolicyView): PeerMetric | undefined {
  const context = twinContext(pattern, policy);
  if (context === undefined) return undefined;
  const { measure } = pattern;
  if (measure.measure === 'weighted-count') {
    // Each colleague's busiest subject: what is asked of one dyad is asked of the busiest dyad of everybody else.
    const values: Values = (during, instants) => sql`
      SELECT effective, clinician, max(total) AS value FROM (
        SELECT effective, clinician, patient, donor, part, sum(toInt64(weight)) AS total
        FROM (${inWindows(weighedFacts({ ...context, during }, measure), instants, context.within)}) GROUP BY effective, clinician, patient, donor, part
      ) GROUP BY effective, clinician`;
    return metricOf(context, measure.peers.metric, measure.of, values);
  }
  if (measure.measure === 'trend' && measure.peers !== undefined) {
    const values: Values = (during, instants) => sql`
      SELECT effective, clinician, toInt64(count() * 1000) AS value
      FROM (${inWindows(factsSql({ ...context, during }, measure.of), instants, context.within)}) GROUP BY effective, clinician`;
    return metricOf(context, measure.peers.metric, measure.of, values);
  }
  return undefined;
}

/** The value of each colleague at each instant; the span holds all windows. */
type Values = (during: Span, instants: Sql) => Sql;

/** Facts once for every window (effective − within, effective] that they lie in. */
const inWindows = (facts: Sql, instants: Sql, within: number): Sql => sql`
  SELECT *, arrayJoin(arrayFilter(instant -> t > instant - ${within} AND t <= instant, ${instants})) AS effective FROM (${facts})`;

function metricOf(context: TwinContext, metric: string, fact: string, values: Values): PeerMetric {
  const { within } = context;
  const types = sourceTypes(context.pattern, fact);
  return {
    metric,
    windowDays: Math.round(within / 86_400_000),
    figuresAt: (moments) => {
      const instants = typed('Array(Int64)', moments);
      const during = { from: Math.min(...moments) - within, to: Math.max(...moments) };
      return distribution(colleagues(types, during, instants, within), values(during, instants));
    },
  };
}

/**
 * Who is compared: whom the directory lists as active at the instant and of whom the stream has any record of the kind in the window.
 * One who has none of the facts counts with nothing; one of whom the stream knows nothing does not count.
 */
function colleagues(types: readonly string[], during: Span, instants: Sql, within: number): Sql {
  const seen = sql`SELECT clinician, toUnixTimestamp64Milli(occurred_at) AS t FROM (${newestVersions(types, during)})`;
  return sql`
    SELECT effective, clinician, listing.3 AS specialty, listing.4 AS site
    FROM (
      SELECT seen.effective AS effective, seen.clinician AS clinician,
        if(arrayExists(entry -> entry.1 <= effective, listings.entries), arrayLast(entry -> entry.1 <= effective, listings.entries),
          listings.entries[1]) AS listing
      FROM (SELECT DISTINCT effective, clinician FROM (${inWindows(seen, instants, within)})) AS seen
      INNER JOIN (${listings()}) AS listings ON listings.clinician = seen.clinician
    )
    WHERE listing.6 = 'active'`;
}

/**
 * Percentiles by nearest rank (the value at place ⌈n·95/100⌉), and the site's drawn towards the specialty's:
 * (n·site + k·specialty) / (n + k) with k = 20, rounded half up. Whole numbers throughout, so that every run gives the same.
 */
function distribution(peers: Sql, values: Sql): Statement<PeerFigures> {
  return sql`
    SELECT effective, specialty, site, peers, median_milli, percentile95_milli,
      if(site = '*', percentile95_milli, intDiv(2 * (peers * percentile95_milli + ${PRIOR_COLLEAGUES} * general) + peers + ${PRIOR_COLLEAGUES},
        2 * (peers + ${PRIOR_COLLEAGUES}))) AS shrunk_percentile95_milli
    FROM (
      SELECT *, maxIf(percentile95_milli, site = '*') OVER (PARTITION BY effective, specialty) AS general
      FROM (
        SELECT effective, specialty, place AS site, toInt64(length(sorted)) AS peers, sorted[intDiv(peers + 1, 2)] AS median_milli,
          sorted[intDiv(peers * 95 + 99, 100)] AS percentile95_milli
        FROM (
          SELECT peers.effective AS effective, peers.specialty AS specialty, arrayJoin([peers.site, '*']) AS place,
            arraySort(groupArray(figures.value)) AS sorted
          FROM (${peers}) AS peers
          LEFT JOIN (${values}) AS figures ON figures.effective = peers.effective AND figures.clinician = peers.clinician
          GROUP BY effective, specialty, place
        )
      )
    )
    ORDER BY effective, specialty, site`;
}
