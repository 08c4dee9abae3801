import * as contract from '@/app/api/_contract/staff';
import { isWrongCursor, readIdCursor } from '@/app/api/_edge/id-cursor';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { createMember } from '@/lib/staff/create-member';
import { listMembers } from '@/lib/staff/list-members';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listMembers, async ({ query: { cursor, limit } }) => {
    const after = readIdCursor('staff', cursor);
    return isWrongCursor(after) ? after : reply(200, await listMembers({ limit, after }));
  }),
  handle(contract.createMember, async ({ body, actor, requestId, idempotency }) => {
    const created = await createMember(body, { actor: actor.id, requestId, idempotency });
    return created.ok ? reply(201, created.value) : refuse(created.reason);
  }),
);
