import { getProduct } from '@/app/api/_contract/catalog';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseCurrency } from '@/app/api/_edge/refuse-currency';
import { handle, serve } from '@/app/api/_edge/route';
import { findProductBySlug } from '@/lib/catalog/queries';
import { findSoldCurrency } from '@/lib/shop/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(getProduct, async ({ params, query }) => {
    const currency = await findSoldCurrency(query.currency);
    if (currency === null) return refuseCurrency();
    const product = await findProductBySlug(params.slug, { currency, language: query.language });
    return product === null ? refuse('product-not-found') : reply(200, product);
  }),
);
