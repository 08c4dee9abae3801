import * as contract from '@/app/api/_contract/staff-account';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeOwnName } from '@/lib/staff/change-own-name';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.changeProfile, async ({ actor, body, requestId }) => {
    const changed = await changeOwnName(actor.member.id, body.name, { requestId });
    return changed === null ? refuse('temporarily-unavailable') : reply(200, changed);
  }),
);
