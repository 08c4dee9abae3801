import type { PriceDraft } from '../model';
import { type GivenPrice, type PriceFault, priceInShopCurrency } from './price-in-shop-currency';

type OtherGivenPrice = {
  readonly amount: number;
  readonly currency: string;
  readonly compareAtAmount?: number | null | undefined;
};

/** What a merchant says of a variant's prices: in the shop's currency, and (undefined: as they were) in others. */
export type GivenPrices = {
  readonly price: GivenPrice;
  readonly compareAt: GivenPrice | null;
  readonly others: readonly OtherGivenPrice[];
};

/** The currencies that a shop sells in, and which of them is its own. */
export type ShopCurrencies = { readonly currency: string; readonly currencies: readonly string[] };

/** The prices of a variant at `path` (`variants/0`), by currency: each is given, none is worked out from another. */
export function priceInCurrencies(
  { price, compareAt, others }: GivenPrices,
  shop: ShopCurrencies,
  path: string,
): { readonly prices: readonly PriceDraft[]; readonly faults: readonly PriceFault[] } {
  const own = priceInShopCurrency(price, compareAt, shop.currency, path);
  const faults = others.flatMap(({ currency }, index): PriceFault[] => {
    const at = `${path}/prices/${index}/currency`;
    if (currency === shop.currency) return [{ path: at, message: 'Give the shop’s own as price.' }];
    return shop.currencies.includes(currency)
      ? []
      : [{ path: at, message: 'Must be a currency that the shop sells in.' }];
  });
  const rest = others.map(({ amount, currency, compareAtAmount }) => ({
    currency,
    priceMinor: amount,
    compareAtMinor: compareAtAmount ?? null,
  }));
  return { prices: [own.price, ...rest].sort(byCurrency), faults: [...own.faults, ...faults] };
}

const byCurrency = (one: PriceDraft, other: PriceDraft) => (one.currency < other.currency ? -1 : 1);
