import * as contract from '@/app/api/_contract/customers';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { addCustomerNote } from '@/lib/customers/notes-and-tags';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.addCustomerNote, async ({ params, body, actor, requestId, idempotency }) => {
    const added = await addCustomerNote(params.id, body.text, { actor: actor.id, requestId, idempotency });
    return added.ok ? reply(201, added.value) : refuse(added.reason);
  }),
);
