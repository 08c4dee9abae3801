import { openApiDocument } from '@/app/api/_contract/openapi';
import { getOpenApi } from '@/app/api/_contract/shop';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';

export const runtime = 'edge';

let document: ReturnType<typeof openApiDocument> | undefined;

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(getOpenApi, async () => {
    document ??= openApiDocument();
    return reply(200, document);
  }),
);
