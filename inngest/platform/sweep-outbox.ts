import { inngest } from '@/inngest/client';
import { SUBSCRIBED } from '@/inngest/subscriptions';
import { relayOutbox } from '@/lib/platform/outbox';

const STEP_MS = 10_000;

/** Catches what a crash left in the outbox between a commit and its sending. */
export const sweepOutboxEveryMinute = inngest.createFunction(
  {
    id: 'sweep-outbox',
    name: 'Send what is left in the outbox',
    triggers: [{ cron: '* * * * *' }],
    retries: 1,
  },
  async ({ step }) =>
    step.run('relay', async () => ({
      taken: await relayOutbox(SUBSCRIBED, { leavesRush: true, sweepForMs: STEP_MS }),
    })),
);
