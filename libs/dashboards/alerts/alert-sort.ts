import { sql, type Sql } from '@plumbline/analytics-store';
import { TIERS } from '@plumbline/policy';
import type { AlertSort, AlertSortField } from '../schema.generated';

/** The value that a list is sorted by, and whether its cursors hold a number or a text. */
export interface SortValue {
  readonly value: Sql;
  readonly kind: 'number' | 'string';
  readonly descending: boolean;
}

const tier = sql`indexOf(${TIERS}, tier)`;
const milliseconds = (column: Sql): Sql => sql`toUnixTimestamp64Milli(${column})`;

/**
 * Urgency as one whole number below 2^53, so that it fits a cursor: open, overdue, waiting for somebody and tier as leading digits,
 * then the seconds of `known_at`.
 */
const urgency = sql`toInt64(
  (state NOT IN ('resolved', 'withdrawn', 'snoozed')) * 10000000000000 + overdue * 1000000000000
  + (state IN ('new', 'got-worse')) * 100000000000 + ${tier} * 10000000000 + toUnixTimestamp(known_at))`;

const values: Readonly<Record<AlertSortField, Omit<SortValue, 'descending'>>> = {
  urgency: { value: urgency, kind: 'number' },
  'known-at': { value: milliseconds(sql`known_at`), kind: 'number' },
  'started-at': { value: milliseconds(sql`started_at`), kind: 'number' },
  'last-at': { value: milliseconds(sql`last_at`), kind: 'number' },
  // Who waits for nobody comes last in ascending order.
  'respond-by': { value: sql`toInt64(ifNull(toUnixTimestamp64Milli(respond_by), 9000000000000))`, kind: 'number' },
  tier: { value: sql`toInt64(${tier})`, kind: 'number' },
  'evidence-count': { value: sql`toInt64(evidence_count)`, kind: 'number' },
  department: { value: sql`toString(department)`, kind: 'string' },
  pattern: { value: sql`toString(pattern)`, kind: 'string' },
};

export function sortValue(sort: AlertSort | null | undefined): SortValue {
  return { ...values[sort?.field ?? 'urgency'], descending: (sort?.direction ?? 'descending') === 'descending' };
}
