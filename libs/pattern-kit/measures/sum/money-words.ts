/** Currencies of ISO 4217 whose minor unit is not a hundredth, as powers of ten. */
const exponents: Readonly<Record<string, number>> = {
  ...Object.fromEntries('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0])),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
};

const exponentOf = (currency: string): number => exponents[currency] ?? 2;

/** How many minor units make one unit of the currency. */
export const minorPerUnit = (currency: string): number => 10 ** exponentOf(currency);

/** `GBP 62.50`, exact. */
export function formatMoney(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? `${currency} ${digits}` : `${currency} ${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}
