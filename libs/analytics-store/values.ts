type Scalar =
  'String' | 'Bool' | 'Date' | 'UInt8' | 'UInt16' | 'UInt32' | 'UInt64' | 'Int32' | 'Int64' | "DateTime64(3, 'UTC')" | 'Float64';

/** The types that parameters of this product have. */
export type ClickHouseType = Scalar | `Nullable(${Scalar})` | `Array(${Scalar})`;

export type SqlValue = string | number | boolean | null | readonly string[] | readonly number[];

const TYPE = /^(?:(?:Nullable|Array)\()?(?:String|Bool|Date|U?Int(?:8|16|32|64)|Float64|DateTime64\(3, 'UTC'\))\)?$/;

/** The compiler checks the type already; this holds against a cast, because the type is written into the SQL text. */
export function checkedType(type: string): string {
  if (!TYPE.test(type)) throw new RangeError('not a ClickHouse type that parameters may have');
  return type;
}

/** Numbers are whole: a float that loses digits on its way into the text would silently select other rows. */
export function checkedValue(value: SqlValue): SqlValue {
  const numbers = (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'number');
  if (!numbers.every((entry) => Number.isSafeInteger(entry))) throw new RangeError('a number in SQL is whole and at most 2^53 - 1');
  return value;
}
