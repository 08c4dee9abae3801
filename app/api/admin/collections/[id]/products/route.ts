import * as contract from '@/app/api/_contract/collections';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listMembers } from '@/lib/catalog/list-members';
import { findMerchantCollection } from '@/lib/catalog/merchant-collections';
import { parseProductCursor } from '@/lib/catalog/product-cursor';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listCollectionProducts, async ({ params, query: { cursor: text, limit } }) => {
    const collection = await findMerchantCollection(params.id);
    if (collection === null) return refuse('collection-not-found');
    const { sort } = collection;
    const cursor = text === undefined ? undefined : parseProductCursor(text, sort);
    if (cursor === null) {
      const message = 'Must be the nextCursor of the page before, of the same order.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    return reply(200, await listMembers(params.id, sort, { limit, cursor }));
  }),
);
