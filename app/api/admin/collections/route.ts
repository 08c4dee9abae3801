import * as contract from '@/app/api/_contract/collections';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { reply } from '@/app/api/_edge/operation';
import { refuseCollection } from '@/app/api/_edge/refuse-collection';
import { handle, serve } from '@/app/api/_edge/route';
import { listMerchantCollections } from '@/lib/catalog/merchant-collections';
import { createCollection } from '@/lib/catalog/save-collection';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listMerchantCollections, async ({ query: { cursor, limit } }) => {
    const after = readIdCursor('col', cursor);
    return isWrongCursor(after) ? after : reply(200, await listMerchantCollections({ limit, after }));
  }),
  handle(contract.createCollection, async ({ body, actor, requestId, idempotency }) => {
    const created = await createCollection(body, { actor: actor.id, requestId, idempotency });
    return created.ok ? reply(201, created.value) : refuseCollection(created, 'productIds', body.productIds);
  }),
);
