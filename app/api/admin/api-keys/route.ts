import * as contract from '@/app/api/_contract/api-keys';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { parseId } from '@/lib/kernel/ids';
import { createApiKey } from '@/lib/staff/create-api-key';
import { listApiKeys } from '@/lib/staff/queries';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listApiKeys, async ({ query: { cursor, limit } }) => {
    const after = cursor === undefined ? undefined : parseId('key', cursor);
    if (after === null) {
      const message = 'Must be the nextCursor of the page before.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    return reply(200, await listApiKeys({ limit, after }));
  }),
  handle(contract.createApiKey, async ({ body, actor, requestId, idempotency }) =>
    reply(201, await createApiKey(body, { actor: actor.id, requestId, idempotency })),
  ),
);
