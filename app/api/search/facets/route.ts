import { countFacets } from '@/app/api/_contract/catalog';
import { reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import * as catalog from '@/lib/catalog/count-facets';
import { findSoldCurrency } from '@/lib/shop/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(countFacets, async ({ query }) => {
    const currency = await findSoldCurrency(query.currency);
    return currency === null
      ? refuseCurrency()
      : reply(200, await catalog.countFacets({ ...query, currency }));
  }),
);
