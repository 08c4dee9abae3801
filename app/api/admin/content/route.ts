import * as contract from '@/app/api/_contract/content';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { listContent } from '@/lib/content/list-content';

export const runtime = 'nodejs';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listContent, async () => reply(200, { items: await listContent() })),
);
