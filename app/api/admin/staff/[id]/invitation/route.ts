import * as contract from '@/app/api/_contract/staff';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { inviteAgain } from '@/lib/staff/invite-again';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.inviteAgain, async ({ params, actor, requestId }) => {
    const invited = await inviteAgain(params.id, { actor: actor.id, requestId });
    return invited.ok ? reply(200, invited.value) : refuse(invited.reason);
  }),
);
