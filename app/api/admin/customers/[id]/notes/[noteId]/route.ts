import * as contract from '@/app/api/_contract/customers';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { removeCustomerNote } from '@/lib/customers/notes-and-tags';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.removeCustomerNote, async ({ params, actor, requestId }) => {
    const by = { actor: actor.id, requestId };
    const removed = await removeCustomerNote(params.id, params.noteId, by);
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
