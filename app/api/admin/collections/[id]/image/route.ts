import * as contract from '@/app/api/_contract/collections';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { removeCollectionImage, setCollectionImage } from '@/lib/catalog/set-collection-image';
import { writeDraft } from '@/lib/platform/files/write-file';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(
    contract.setCollectionImage,
    async ({ params, body, query: { alt }, actor, requestId }) => {
      const set = await setCollectionImage(params.id, body, alt, { actor: actor.id, requestId });
      if (set.ok) return reply(204, undefined);
      if (set.reason !== 'not-a-picture') return refuse(set.reason);
      return refuse('validation-failed', { errors: [{ path: '', message: set.message }] });
    },
    writeDraft,
  ),
  handle(contract.removeCollectionImage, async ({ params, actor, requestId }) => {
    const removed = await removeCollectionImage(params.id, { actor: actor.id, requestId });
    return removed.ok ? reply(204, undefined) : refuse(removed.reason);
  }),
);
