import * as contract from '@/app/api/_contract/staff-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { endOwnSession } from '@/lib/staff/own-sessions';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.endOwnSession, async ({ actor, params, requestId }) => {
    const ended = await endOwnSession(actor.member.id, params.id, { requestId });
    return ended.ok ? reply(204, undefined) : refuse(ended.reason);
  }),
);
