import * as contract from '@/app/api/_contract/settings';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { removeShippingZone } from '@/lib/shop/remove-shipping-zone';
import { changeShippingZone } from '@/lib/shop/save-shipping-zone';
import { findShippingZone } from '@/lib/shop/shipping-zones';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getShippingZone, async ({ params }) => {
    const found = await findShippingZone(params.id);
    return found === null ? refuse('shipping-zone-not-found') : reply(200, found);
  }),
  handle(contract.changeShippingZone, async ({ params, body, actor, requestId }) => {
    const changed = await changeShippingZone(params.id, body, { actor: actor.id, requestId });
    return changed.ok ? reply(200, changed.value) : refuse(changed.reason);
  }),
  handle(contract.removeShippingZone, async ({ params, actor, requestId }) => {
    const removed = await removeShippingZone(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
