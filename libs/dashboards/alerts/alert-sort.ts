import { identifier, instant, joinSql, sql, typed, type Sql } from '@plumbline/analytics-store';
import { TIERS } from '@plumbline/policy';
import { badInput } from '../common/bad-input';
import type { CursorKey } from '../common/paging';
import type { AlertSort, AlertSortField } from '../schema.generated';

/** One of the values that a list is sorted by. */
interface SortKey {
  readonly value: Sql;
  readonly kind: 'number' | 'instant' | 'text';
}

const tier: SortKey = { value: sql`indexOf(${TIERS}, tier)`, kind: 'number' };
const knownAt: SortKey = { value: sql`known_at`, kind: 'instant' };
/** Overdue before waiting for somebody, before open, before the rest. */
const need: SortKey = {
  value: sql`transform(state, ['new', 'got-worse', 'acknowledged', 'in-work'], [2, 2, 1, 1], 0) + overdue`,
  kind: 'number',
};

const keysOf: Readonly<Record<AlertSortField, readonly SortKey[]>> = {
  urgency: [need, tier, knownAt],
  'known-at': [knownAt],
  'started-at': [{ value: sql`started_at`, kind: 'instant' }],
  'last-at': [{ value: sql`last_at`, kind: 'instant' }],
  // Who waits for nobody comes last in ascending order.
  'respond-by': [{ value: sql`toInt64(ifNull(toUnixTimestamp64Milli(respond_by), 9000000000000))`, kind: 'number' }],
  tier: [tier],
  'evidence-count': [{ value: sql`evidence_count`, kind: 'number' }],
  department: [{ value: sql`department`, kind: 'text' }],
  pattern: [{ value: sql`pattern`, kind: 'text' }],
};

/** A row of the list's keys: its id and what it is sorted by. */
export interface SortedRow {
  readonly id: string;
  readonly key0: string | number;
  readonly key1?: string | number;
  readonly key2?: string | number;
}

const names = ['key0', 'key1', 'key2'] as const;

/**
 * How a list is sorted, and where a page of it begins. Several plain columns instead of one number made of them: the engine takes
 * longer to plan each function of a statement than to run all of them.
 */
export class AlertOrder {
  private readonly keys: readonly SortKey[];
  private readonly descending: boolean;

  constructor(sort: AlertSort | null | undefined) {
    this.keys = keysOf[sort?.field ?? 'urgency'];
    this.descending = (sort?.direction ?? 'descending') === 'descending';
  }

  /** `key0`, `key1`, … as columns. */
  get columns(): Sql {
    return joinSql(
      this.keys.map(({ value }, index) => sql`${value} AS ${this.name(index)}`),
      ', ',
    );
  }

  get orderBy(): Sql {
    const direction = this.descending ? sql`DESC` : sql`ASC`;
    return joinSql(
      [...this.keys.map((_, index) => this.name(index)), sql`id`].map((name) => sql`${name} ${direction}`),
      ', ',
    );
  }

  cursor(row: SortedRow): CursorKey {
    return [JSON.stringify(this.keys.map((_, index) => row[names[index] ?? 'key0'])), row.id];
  }

  /** The condition that a row lies beyond a cursor. @throws GraphQLError where the cursor is of another sort */
  beyond([value, id]: CursorKey): Sql {
    const values = JSON.parse(String(value)) as unknown;
    if (!Array.isArray(values) || values.length !== this.keys.length) throw badInput('after is a cursor of another sort');
    const bounds = joinSql([...this.keys.map(({ kind }, index) => bound(kind, values[index])), sql`${id}`], ', ');
    const place = joinSql([...this.keys.map((_, index) => this.name(index)), sql`id`], ', ');
    return this.descending ? sql`(${place}) < (${bounds})` : sql`(${place}) > (${bounds})`;
  }

  private name(index: number): Sql {
    return identifier(names[index] ?? 'key0', names);
  }
}

function bound(kind: SortKey['kind'], value: unknown): Sql {
  if (kind === 'number' && Number.isSafeInteger(value)) return typed('Int64', value as number);
  if (kind === 'text' && typeof value === 'string') return sql`${value}`;
  if (kind === 'instant' && typeof value === 'string' && !Number.isNaN(Date.parse(value))) return instant(Date.parse(value));
  throw badInput('after is a cursor of another sort');
}
