/** The currencies of the house's price list. */
export const listCurrencies = ['USD', 'EUR', 'GBP'] as const;

export type ListCurrency = (typeof listCurrencies)[number];

/** What a dollar of the list is in each: a price list, not a rate of exchange. Tax is inside European prices. */
const perDollar = { USD: 1, EUR: 1.1, GBP: 0.92 } as const satisfies Record<ListCurrency, number>;

/** A price of the list in one of its currencies: whole units, and halves where a unit would be a jump. */
export function inCurrency(dollarsMinor: number, currency: ListCurrency): number {
  if (currency === 'USD' || dollarsMinor === 0) return dollarsMinor;
  const step = dollarsMinor < 2_000 ? 50 : 100;
  return Math.round((dollarsMinor * perDollar[currency]) / step) * step;
}
