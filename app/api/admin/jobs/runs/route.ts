import * as contract from '@/app/api/_contract/jobs';
import { reply } from '@/app/api/_edge/operation';
import { refuseJobs } from '@/app/api/_edge/refuse-jobs';
import { handle, serve } from '@/app/api/_edge/route';
import { listRuns } from '@/lib/jobs/read-runs';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.listJobRuns, async ({ query }) => {
    const found = await listRuns(query);
    if (found.ok) return reply(200, found.value);
    const { reason } = found;
    // A cursor that no run has is the last page's.
    return reason === 'run-not-found' || reason === 'run-ended'
      ? reply(200, { items: [], nextCursor: null })
      : refuseJobs(reason);
  }),
);
