import type { Money } from '@plumbline/kernel';

const AMOUNT = /^(?:[A-Z]{3}|[£$€¥]|CHF|US\$)?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?\s*(?:[A-Z]{3})?$/;

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * "£50", "50", "1,500.00", "GBP 3.80" → minor units. Undefined for words ("Above limit", "about £10"), which a register prints
 * instead of an amount and which stay as they are printed. Never passes through a floating-point number.
 */
export function readMoney(text: string, currency: string): Money | undefined {
  const match = AMOUNT.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  const places = digitsOf(currency);
  if (fraction.length > places) return undefined;
  return { minor: Number(whole.replaceAll(',', '') + fraction.padEnd(places, '0')), currency };
}
