import * as contract from '@/app/api/_contract/settings';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { createShippingZone } from '@/lib/shop/save-shipping-zone';
import { listShippingZones } from '@/lib/shop/shipping-zones';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listShippingZones, async ({ query: { cursor, ...filter } }) => {
    const after = readIdCursor('zone', cursor);
    return isWrongCursor(after) ? after : reply(200, await listShippingZones({ ...filter, after }));
  }),
  handle(contract.createShippingZone, async ({ body, actor, requestId, idempotency }) => {
    const created = await createShippingZone(body, { actor: actor.id, requestId, idempotency });
    return created.ok ? reply(201, created.value) : refuse(created.reason);
  }),
);
