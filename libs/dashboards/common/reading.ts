import { instant, sql, type AnalyticsStore, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import type { Clock } from '@plumbline/kernel';

/** What every repository reads with. */
export class Reading {
  constructor(
    readonly store: AnalyticsStore,
    readonly clock: Clock,
    /** The institution's zone, for times that have none of their own and for weeks and months. */
    readonly zone: string,
  ) {}
}

/** UTC milliseconds of an optional point in time at which somebody wants to look. */
export const instantOf = (asOf: string | null | undefined): number | undefined =>
  asOf === null || asOf === undefined ? undefined : Date.parse(asOf);

/** Rows of the viewer's departments. This stands in every statement about clinicians; no resolver decides it. */
export function inScope(viewer: Viewer): Sql {
  return viewer.departments === 'all' ? sql`true` : sql`has(${viewer.departments}, department)`;
}

/** The same of one department. */
export const isWithin = ({ departments }: Viewer, department: string): boolean => departments === 'all' || departments.includes(department);

/** Only what could be known at a point in time: by the source's clock, never by when it happened. */
export function knownBy(column: Sql, asOf: number | undefined): Sql {
  return asOf === undefined ? sql`true` : sql`${column} <= ${instant(asOf)}`;
}
