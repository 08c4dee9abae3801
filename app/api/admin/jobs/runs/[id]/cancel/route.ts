import * as contract from '@/app/api/_contract/jobs';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseJobs } from '@/app/api/_edge/refuse-jobs';
import { handle, serve } from '@/app/api/_edge/route';
import { cancelRun } from '@/lib/jobs/move-run';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.cancelJobRun, async ({ params, actor, requestId }) => {
    const ended = await cancelRun(params.id, { actor: actor.id, requestId });
    if (ended.ok) return reply(202, ended.value);
    const { reason } = ended;
    return reason === 'run-not-found' || reason === 'run-ended' ? refuse(reason) : refuseJobs(reason);
  }),
);
