import * as contract from '@/app/api/_contract/api-keys';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { revokeApiKey } from '@/lib/staff/revoke-api-key';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.revokeApiKey, async ({ params, actor, requestId }) => {
    const revoked = await revokeApiKey(params.id, { actor: actor.id, requestId });
    return revoked.ok ? reply(204, undefined) : refuse(revoked.reason);
  }),
);
