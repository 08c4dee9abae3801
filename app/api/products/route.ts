import { listProducts } from '@/app/api/_contract/catalog';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import { parseProductCursor } from '@/lib/catalog/product-cursor';
import * as catalog from '@/lib/catalog/queries';
import { findSoldCurrency } from '@/lib/shop/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(listProducts, async ({ query: { cursor: text, ...filter } }) => {
    const cursor = text === undefined ? undefined : parseProductCursor(text, await catalog.listSort(filter));
    if (cursor === null) {
      const message = 'Must be the nextCursor of the page before, with the same sort.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    const currency = await findSoldCurrency(filter.currency);
    if (currency === null) return refuseCurrency();
    return reply(200, await catalog.listProducts({ ...filter, currency, cursor }));
  }),
);
