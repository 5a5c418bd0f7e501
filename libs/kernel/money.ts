/** An amount in the currency's minor unit (pence, cents), always a whole number, so that sums are exact. */
export interface Money {
  readonly minor: number;
  /** ISO 4217, such as `GBP`. */
  readonly currency: string;
}

/** Amounts of different currencies are never added together; the caller keeps one total per currency. */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new RangeError(`money of ${left.currency} cannot be added to money of ${right.currency}`);
  }
  return { minor: left.minor + right.minor, currency: left.currency };
}
