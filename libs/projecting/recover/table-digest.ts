import { identifier, joinSql, sql, table, typed, type AnalyticsStore, type Sql } from '@plumbline/analytics-store';
import type { Projection } from '@plumbline/projections';
import { within } from '../write/counted';

type Projected = Pick<Projection, 'table' | 'columns' | 'replacing'>;

/** Whole numbers only, so that no order of addition shows. A row is hashed as text, because the hash of several columns is nothing at all where one of them is null. */
const row = sql`formatRow('JSONCompactEachRow', *)`;
const digest = sql`count() AS amount, hex(sum(cityHash64(${row}))) AS sum, hex(groupBitXor(sipHash64(${row}))) AS parity`;

interface Digest {
  readonly amount: number;
  readonly sum: string;
  readonly parity: string;
}

const textOf = ({ amount, sum, parity }: Digest): string => `${String(amount)}:${sum}:${parity}`;

/** What stands behind FROM: each row once, and of those that replace each other the newest. */
const rowsOf = ({ table: name, replacing }: Projected): Sql => sql`${table(name)} ${replacing === false ? sql`` : sql`FINAL`}`;

/**
 * A text that two tables share exactly when they hold the same rows, each the same number of times, in whatever order: the number of
 * rows, the sum and the exclusive or of two hashes over whole rows.
 */
export async function tableDigest(store: AnalyticsStore, projected: Projected): Promise<string> {
  const rows = await store.query<Digest>(sql`SELECT ${digest} FROM ${rowsOf(projected)}`);
  return rows.map(textOf).join();
}

/** Rows that replace each other are compared in so many parts, by their key. */
const PARTS = 4_096;
/** A part has a row of later on, which may have taken the place of an earlier one. */
const GOES_ON = 'goes on';

/** The rows of one table that lie before some positions of the log: a digest of each part of them. */
export type EarlierRows = ReadonlyMap<number, string>;

/**
 * The rows before some positions, by partition, while more are being written. Where rows replace each other, those before are known only of
 * keys that nothing later came of; parts with a later row say so instead.
 */
export async function earlierRows(store: AnalyticsStore, projected: Projected, ends: readonly number[]): Promise<EarlierRows> {
  const { replacing, columns } = projected;
  const before = within(ends.map((to, partition) => ({ partition, from: 0, to })));
  if (replacing === false) {
    const rows = await store.query<Digest>(sql`SELECT ${digest} FROM ${rowsOf(projected)} WHERE ${before}`);
    return new Map(rows.map((found) => [0, textOf(found)]));
  }
  const key = joinSql(
    replacing.map((column) => identifier(column, columns)),
    ', ',
  );
  const parts = await store.query<Digest & { readonly part: number; readonly later: number }>(sql`
    SELECT toUInt32(cityHash64(${key}) % ${typed('UInt32', PARTS)}) AS part, countIf(NOT (${before})) AS later, ${digest}
    FROM ${rowsOf(projected)} GROUP BY part`);
  return new Map(parts.map(({ part, later, ...found }) => [part, later > 0 ? GOES_ON : textOf(found)]));
}

/** Whether two tables hold the same rows before the positions, as far as it can be known while they go on. */
export function sameRows(left: EarlierRows, right: EarlierRows): boolean {
  return [...new Set([...left.keys(), ...right.keys()])].every((part) => {
    const [one, other] = [left.get(part), right.get(part)];
    return one === other || one === GOES_ON || other === GOES_ON;
  });
}
