import * as contract from '@/app/api/_contract/discounts';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeDiscount } from '@/lib/discounts/change-discount';
import { findDiscount } from '@/lib/discounts/queries';
import { removeDiscount } from '@/lib/discounts/remove-discount';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getDiscount, async ({ params }) => {
    const found = await findDiscount(params.id);
    return found === null ? refuse('discount-not-found') : reply(200, found.discount);
  }),
  handle(contract.changeDiscount, async ({ params, body, actor, requestId }) => {
    const changed = await changeDiscount(params.id, body, { actor: actor.id, requestId });
    if (changed.ok) return reply(200, changed.value);
    return changed.reason === 'validation-failed'
      ? refuse(changed.reason, { errors: changed.errors })
      : refuse(changed.reason);
  }),
  handle(contract.removeDiscount, async ({ params, actor, requestId }) => {
    const removed = await removeDiscount(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
