import * as contract from '@/app/api/_contract/jobs';
import { reply } from '@/app/api/_edge/operation';
import { handle, serve } from '@/app/api/_edge/route';
import { getJobs } from '@/lib/jobs/read-runs';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getJobs, async () => reply(200, await getJobs())),
);
