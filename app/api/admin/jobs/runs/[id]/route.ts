import * as contract from '@/app/api/_contract/jobs';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseJobs } from '@/app/api/_edge/refuse-jobs';
import { handle, serve } from '@/app/api/_edge/route';
import { findRun } from '@/lib/jobs/read-runs';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.getJobRun, async ({ params }) => {
    const found = await findRun(params.id);
    if (found.ok) return reply(200, found.value);
    const { reason } = found;
    return reason === 'run-not-found' || reason === 'run-ended'
      ? refuse('run-not-found')
      : refuseJobs(reason);
  }),
);
