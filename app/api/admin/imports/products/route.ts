import * as contract from '@/app/api/_contract/imports';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { requestImport } from '@/lib/imports/request-import';
import { writeDraft } from '@/lib/platform/files/write-file';

export const runtime = 'nodejs';

const DEFAULT_NAME = 'products.csv';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(
    contract.importProducts,
    async ({ body, query: { name = DEFAULT_NAME }, actor, requestId, idempotency }) =>
      reply(202, await requestImport(body, name, { actor: actor.id, requestId, idempotency })),
    writeDraft,
  ),
);
