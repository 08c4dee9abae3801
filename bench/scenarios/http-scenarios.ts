import { httpClient } from '../load/http-load';
import type { Load } from '../load/load';
import { buyerAddress, request } from '../load/request';
import { makeCarts } from '../shop/make-carts';
import type { BenchShop } from '../shop/start-shop';
import type { Stocked } from '../shop/stock-shop';
import { pick, type Scenario } from './scenario';

export const BARE = 'bare route, edge';
export const SPREAD = 'purchase, 1,000 variants';
export const HOT = 'purchase, one hot variant';
const GENERATOR = 'generator alone, HTTP';
const REPLAYS = 2_000;
const PAGES = 50;
/** More than a round of ten seconds can use up. */
const CARTS_A_ROUND = 20_000;

const address = {
  name: 'Ada Buyer',
  line1: '1 Market St',
  city: 'Portland',
  postalCode: '97201',
  country: 'US',
};
const isOk = (status: number) => status === 200;
const isCreated = (status: number) => status === 201;

/** A checkout of a buyer whom the shop has not seen: an address and a key of their own. */
export function checkout(basket: object, key: string = crypto.randomUUID()): string {
  return request('POST', '/api/checkout', [`Idempotency-Key: ${key}`, buyerAddress()], {
    ...basket,
    email: 'ada@example.com',
    shippingAddress: address,
  });
}

/** One unit of a variant. */
export const line = (variantId: string) => ({ variantId, quantity: 1 });

/**
 * What is measured over HTTP, rate limits on. The bare route is one that does not exist: the whole wrapper runs (request id,
 * headers, problem) and no store is touched, so it is the ceiling of every other route on the same host.
 */
export function httpScenarios(shop: BenchShop, nullUrl: string, stocked: Stocked): Scenario[] {
  const { variantIds, slugs, hotId, soldOutId } = stocked;
  const nothing = request('GET', '/api/bench/nothing-here');
  const stockReads = variantIds.map((id) => request('GET', `/api/variants/${id}/stock`));
  const productReads = slugs.map((slug) => request('GET', `/api/products/${slug}`));
  // As a browser asks; few enough that all of them are kept before the measuring begins.
  const pages = slugs
    .slice(0, PAGES)
    .map((slug) => request('GET', `/products/${slug}`, ['Accept-Encoding: gzip, deflate, br, zstd']));
  const replayKeys = Array.from({ length: REPLAYS }, () => crypto.randomUUID());
  let carts: string[] = [];
  const load = (isServed: Load['isServed'], nextRequest: () => string, url = shop.url): Load => ({
    isServed,
    open: () => httpClient(url, nextRequest),
  });
  const isNotFound = (status: number) => status === 404;
  return [
    { name: GENERATOR, ceiling: null, load: load(isOk, () => checkout({ lines: [line(hotId)] }), nullUrl) },
    { name: BARE, ceiling: GENERATOR, load: load(isNotFound, () => nothing) },
    { name: 'bare route, next start', ceiling: BARE, load: load(isNotFound, () => nothing, shop.nextUrl) },
    {
      name: SPREAD,
      ceiling: BARE,
      load: load(isCreated, () => checkout({ lines: [line(pick(variantIds))] })),
    },
    {
      name: 'purchase, half two lines, half by cart',
      ceiling: BARE,
      load: {
        ...load(isCreated, () => {
          const cartId = Math.random() < 0.5 ? carts.pop() : undefined;
          return cartId === undefined
            ? checkout({ lines: [line(pick(variantIds)), line(pick(variantIds))] })
            : checkout({ cartId });
        }),
        async prepare() {
          carts = await makeCarts(shop.postgresUrl, variantIds, CARTS_A_ROUND);
        },
      },
    },
    { name: HOT, ceiling: SPREAD, load: load(isCreated, () => checkout({ lines: [line(hotId)] })) },
    {
      name: 'refusal: sold out',
      ceiling: BARE,
      load: load(
        (status) => status === 409,
        () => checkout({ lines: [line(soldOutId)] }),
      ),
    },
    {
      name: 'idempotent replay',
      ceiling: BARE,
      // The same body for every key: a key of another body would be refused.
      load: load(isCreated, () => checkout({ lines: [line(variantIds[0] ?? '')] }, pick(replayKeys))),
    },
    {
      name: 'quote',
      ceiling: BARE,
      load: load(isOk, () =>
        request('POST', '/api/checkout/quote', [buyerAddress()], {
          lines: [line(pick(variantIds))],
          shippingAddress: address,
        }),
      ),
    },
    {
      name: 'cart line',
      ceiling: BARE,
      load: {
        ...load(isOk, () =>
          request('PUT', `/api/carts/${pick(carts)}/lines/${pick(variantIds)}`, [buyerAddress()], {
            quantity: 1,
          }),
        ),
        async prepare() {
          carts = await makeCarts(shop.postgresUrl, variantIds, CARTS_A_ROUND);
        },
      },
    },
    { name: 'stock read', ceiling: BARE, load: load(isOk, () => pick(stockReads)) },
    { name: 'product read', ceiling: BARE, load: load(isOk, () => pick(productReads)) },
    { name: 'product page from the cache', ceiling: BARE, load: load(isOk, () => pick(pages)) },
  ];
}
