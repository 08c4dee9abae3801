import * as contract from '@/app/api/_contract/collections';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { moveInCollection } from '@/lib/catalog/move-in-collection';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.moveInCollection, async ({ params: { id, productId }, body, actor, requestId }) => {
    const moved = await moveInCollection(id, productId, body, { actor: actor.id, requestId });
    if (moved.ok) return reply(204, undefined);
    if (moved.reason !== 'unknown-neighbour') return refuse(moved.reason);
    const path = body.after === undefined ? 'before' : 'after';
    return refuse('validation-failed', {
      errors: [{ path, message: 'Must be a product that is in the collection.' }],
    });
  }),
);
