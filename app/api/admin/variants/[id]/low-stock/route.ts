import * as contract from '@/app/api/_contract/stock';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { setLowLevel } from '@/lib/inventory/set-low-level';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.setLowLevel, async ({ params, body, actor, requestId }) => {
    const set = await setLowLevel(params.id, body.level, { actor: actor.id, requestId });
    return set.ok ? reply(204, undefined) : refuse(set.reason);
  }),
);
