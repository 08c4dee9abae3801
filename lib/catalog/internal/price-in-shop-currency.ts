import type { PriceDraft } from '../model';

/** An amount as a merchant gives it; without a currency it is in the shop's. */
export type GivenPrice = { readonly amount: number; readonly currency?: string | undefined };

export type PriceFault = { readonly path: string; readonly message: string };

/**
 * The price of a variant at `path` (`variants/0`), in the shop's currency: the one in which products are priced by
 * hand. Other currencies have prices of their own and are left alone.
 */
export function priceInShopCurrency(
  price: GivenPrice,
  compareAt: GivenPrice | null,
  shopCurrency: string,
  path: string,
): { readonly price: PriceDraft; readonly faults: readonly PriceFault[] } {
  const faults: PriceFault[] = [];
  for (const [name, given] of [
    ['price', price],
    ['compareAtPrice', compareAt],
  ] as const) {
    if ((given?.currency ?? shopCurrency) === shopCurrency) continue;
    faults.push({
      path: `${path}/${name}/currency`,
      message: `Must be ${shopCurrency}, the shop’s currency.`,
    });
  }
  return {
    price: { currency: shopCurrency, priceMinor: price.amount, compareAtMinor: compareAt?.amount ?? null },
    faults,
  };
}
