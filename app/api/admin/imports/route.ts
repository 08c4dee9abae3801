import * as contract from '@/app/api/_contract/imports';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listImports } from '@/lib/imports/list-imports';
import { parseId } from '@/lib/kernel/ids';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listImports, async ({ query: { cursor, limit } }) => {
    const after = cursor === undefined ? undefined : parseId('imp', cursor);
    if (after === null) {
      const message = 'Must be the nextCursor of the page before.';
      return refuse('validation-failed', { errors: [{ path: 'cursor', message }] });
    }
    return reply(200, await listImports({ after, limit }));
  }),
);
