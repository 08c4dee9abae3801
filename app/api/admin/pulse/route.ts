import * as contract from '@/app/api/_contract/pulse';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { getPulse } from '@/lib/pulse/get-pulse';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getPulse, async () => reply(200, await getPulse())),
);
