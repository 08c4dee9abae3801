import * as contract from '@/app/api/_contract/collections';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseCollection } from '@/app/api/_edge/refuse-collection';
import { handle, serve } from '@/app/api/_edge/route';
import { findMerchantCollection } from '@/lib/catalog/merchant-collections';
import { removeCollection } from '@/lib/catalog/remove-collection';
import { changeCollection } from '@/lib/catalog/save-collection';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getMerchantCollection, async ({ params }) => {
    const found = await findMerchantCollection(params.id);
    return found === null ? refuse('collection-not-found') : reply(200, found);
  }),
  handle(contract.changeCollection, async ({ params, body, actor, requestId }) => {
    const changed = await changeCollection(params.id, body, { actor: actor.id, requestId });
    if (changed.ok) return reply(200, changed.value);
    return changed.reason === 'collection-not-found'
      ? refuse(changed.reason)
      : refuseCollection(changed, 'addProductIds', body.addProductIds ?? []);
  }),
  handle(contract.removeCollection, async ({ params, actor, requestId }) => {
    const removed = await removeCollection(params.id, { actor: actor.id, requestId });
    if (removed.ok) return reply(204, undefined);
    return removed.reason === 'collection-in-use'
      ? refuse(removed.reason, { extensions: { codes: removed.codes } })
      : refuse(removed.reason);
  }),
);
