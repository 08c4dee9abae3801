import * as contract from '@/app/api/_contract/settings';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { writeDraft } from '@/lib/platform/files/write-file';
import { removeLogo, setLogo } from '@/lib/shop/set-logo';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(
    contract.setLogo,
    async ({ body, actor, requestId }) => {
      const set = await setLogo(body, { actor: actor.id, requestId });
      if (set.ok) return reply(200, set.value);
      return refuse('validation-failed', {
        errors: [{ path: '', message: 'This is no PNG that we can read.' }],
      });
    },
    writeDraft,
  ),
  handle(contract.removeLogo, async ({ actor, requestId }) =>
    reply(200, await removeLogo({ actor: actor.id, requestId })),
  ),
);
