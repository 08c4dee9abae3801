import * as contract from '@/app/api/_contract/merchant';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { addProductImage } from '@/lib/catalog/add-product-image';
import { writeDraft } from '@/lib/platform/files/write-file';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(
    contract.uploadProductImage,
    async ({ params, body, query: { alt = '' }, actor, requestId, idempotency }) => {
      const added = await addProductImage(params.id, body, alt, { actor: actor.id, requestId, idempotency });
      if (added.ok) return reply(201, added.value);
      if (added.reason !== 'not-a-picture') return refuse(added.reason);
      return refuse('validation-failed', { errors: [{ path: '', message: added.message }] });
    },
    writeDraft,
  ),
);
