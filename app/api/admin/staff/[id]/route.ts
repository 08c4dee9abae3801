import * as contract from '@/app/api/_contract/staff';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { changeMember } from '@/lib/staff/change-member';
import { findMember } from '@/lib/staff/list-members';
import { removeMember } from '@/lib/staff/remove-member';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getMember, async ({ params }) => {
    const found = await findMember(params.id);
    return found === null ? refuse('staff-not-found') : reply(200, found);
  }),
  handle(contract.changeMember, async ({ params, body, actor, requestId }) => {
    const changed = await changeMember(params.id, body, { actor: actor.id, requestId });
    return changed.ok ? reply(200, changed.value) : refuse(changed.reason);
  }),
  handle(contract.removeMember, async ({ params, actor, requestId }) => {
    const removed = await removeMember(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
