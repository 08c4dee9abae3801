import * as contract from '@/app/api/_contract/order-views';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listOrderViews, saveOrderView } from '@/lib/orders/views';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listOrderViews, async () => reply(200, { items: await listOrderViews() })),
  handle(contract.saveOrderView, async ({ body, actor, requestId, idempotency }) => {
    const saved = await saveOrderView(body, { actor: actor.id, requestId, idempotency });
    return saved.ok ? reply(201, saved.value) : refuse(saved.reason);
  }),
);
