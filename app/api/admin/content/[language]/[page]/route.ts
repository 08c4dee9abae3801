import * as contract from '@/app/api/_contract/content';
import { refuse, reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { findContent } from '@/lib/content/find-content';
import { saveContent } from '@/lib/content/save-content';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getContent, async ({ params }) =>
    reply(200, await findContent(params.language, params.page)),
  ),
  handle(contract.saveContent, async ({ params, body: { basedOn, ...words }, actor, requestId }) => {
    const saved = await saveContent(params, words, { actor: actor.id, requestId, basedOn });
    return saved.ok ? reply(200, await findContent(params.language, params.page)) : refuse(saved.reason);
  }),
  handle(contract.resetContent, async ({ params, actor, requestId }) => {
    await saveContent(params, null, { actor: actor.id, requestId });
    return reply(200, await findContent(params.language, params.page));
  }),
);
