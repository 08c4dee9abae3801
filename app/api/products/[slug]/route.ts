import { getProduct } from '@/app/api/_contract/catalog';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findProductBySlug } from '@/lib/catalog/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(getProduct, async ({ params }) => {
    const product = await findProductBySlug(params.slug);
    return product === null ? refuse('product-not-found') : reply(200, product);
  }),
);
