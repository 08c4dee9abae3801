import * as contract from '@/app/api/_contract/jobs';
import { refuse, reply } from '@/app/api/_edge/operation';
import { refuseJobs } from '@/app/api/_edge/refuse-jobs';
import { handle, serve } from '@/app/api/_edge/route';
import { replayRun } from '@/lib/jobs/move-run';

export const runtime = 'edge';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve(
  handle(contract.replayJobRun, async ({ params, actor, requestId, idempotency }) => {
    const made = await replayRun(params.id, { actor: actor.id, requestId, idempotency });
    if (made.ok) return reply(202, made.value);
    const { reason } = made;
    return reason === 'run-not-found' || reason === 'run-ended'
      ? refuse('run-not-found')
      : refuseJobs(reason);
  }),
);
