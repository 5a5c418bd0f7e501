import { instant, sql, type Sql } from '@plumbline/analytics-store';
import { awaitsAPerson, type CaseState } from '@plumbline/cases';

/** Whether a person is awaited longer than the policy asks for; all times are UTC milliseconds. */
export const isOverdue = (state: CaseState, respondBy: number | undefined, now: number): boolean =>
  respondBy !== undefined && respondBy < now && awaitsAPerson({ state });

/** The same over the rows of `alert_states`, for the column `overdue` that filters and sorts look at. */
export const overdueCondition = (now: number): Sql =>
  sql`(has(['new', 'got-worse'], state) AND ifNull(respond_by < ${instant(now)}, false))`;
