import { buyerAddress, request } from './load/request';
import type { Load } from './load/run-load';
import type { BenchShop } from './shop/start-shop';
import type { Stocked } from './shop/stock-shop';

export type Scenario = {
  readonly name: string;
  /** What its rate is compared with, in the same run. */
  readonly ceiling: string | null;
  readonly load: Load;
};

const pick = <T>(items: readonly T[]): T => {
  const item = items[Math.floor(Math.random() * items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
};

const BARE = 'bare route, edge';
const isOk = (status: number) => status === 200;

/**
 * What is measured. The bare route is one that does not exist: the whole wrapper runs (request id, headers, problem),
 * and no store is touched, so it is the ceiling of every other route on the same host.
 */
export function scenariosOf(shop: BenchShop, { variantIds, slugs }: Stocked): Scenario[] {
  const nothing = request('GET', '/api/bench/nothing-here');
  const stockReads = variantIds.map((id) => request('GET', `/api/variants/${id}/stock`));
  const productReads = slugs.map((slug) => request('GET', `/api/products/${slug}`));
  const address = {
    name: 'Ada Buyer',
    line1: '1 Market St',
    city: 'Portland',
    postalCode: '97201',
    country: 'US',
  };
  return [
    {
      name: BARE,
      ceiling: null,
      load: { url: shop.url, nextRequest: () => nothing, isServed: (s) => s === 404 },
    },
    {
      name: 'bare route, next start',
      ceiling: BARE,
      load: { url: shop.nextUrl, nextRequest: () => nothing, isServed: (s) => s === 404 },
    },
    {
      name: 'purchase, 1,000 variants',
      ceiling: BARE,
      load: {
        url: shop.url,
        isServed: (status) => status === 201,
        nextRequest: () =>
          request('POST', '/api/checkout', [`Idempotency-Key: ${crypto.randomUUID()}`, buyerAddress()], {
            lines: [{ variantId: pick(variantIds), quantity: 1 }],
            email: 'ada@example.com',
            shippingAddress: address,
          }),
      },
    },
    {
      name: 'stock read',
      ceiling: BARE,
      load: { url: shop.url, nextRequest: () => pick(stockReads), isServed: isOk },
    },
    {
      name: 'product read',
      ceiling: BARE,
      load: { url: shop.url, nextRequest: () => pick(productReads), isServed: isOk },
    },
  ];
}
