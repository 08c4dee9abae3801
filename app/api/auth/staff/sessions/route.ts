import * as contract from '@/app/api/_contract/staff-account';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { readSessionCookie } from '@/lib/platform/session-cookie';
import { endOtherOwnSessions, listOwnSessions } from '@/lib/staff/own-sessions';

export const runtime = 'edge';

const tokenOf = (request: Request) => readSessionCookie('staff', request) ?? '';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listOwnSessions, async ({ actor, request }) =>
    reply(200, { items: await listOwnSessions(actor.member.id, tokenOf(request)) }),
  ),
  handle(contract.endOtherOwnSessions, async ({ actor, request, requestId }) =>
    reply(200, { ended: await endOtherOwnSessions(actor.member.id, tokenOf(request), { requestId }) }),
  ),
);
