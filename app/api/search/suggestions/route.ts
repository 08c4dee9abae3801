import { suggestSearch } from '@/app/api/_contract/catalog';
import { reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import { NO_SUGGESTIONS } from '@/lib/catalog/model';
import * as catalog from '@/lib/catalog/suggest-search';
import { findSoldCurrency } from '@/lib/shop/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(suggestSearch, async ({ query: { query, currency: asked, language } }) => {
    const currency = await findSoldCurrency(asked);
    if (currency === null) return refuseCurrency();
    return reply(
      200,
      query === undefined ? NO_SUGGESTIONS : await catalog.suggestSearch(query, { currency, language }),
    );
  }),
);
