import { inngest } from '@/inngest/client';
import { releaseDueHolds } from '@/lib/orders/release-due-holds';

/** Where no process sweeps by itself (on Vercel), this is what gives the stock of expired orders back. */
export const releaseDueHoldsEveryMinute = inngest.createFunction(
  {
    id: 'release-due-holds',
    name: 'Release holds that are over',
    triggers: [{ cron: '* * * * *' }],
    retries: 2,
  },
  async ({ step }) =>
    step.run('release', async () => {
      let released = 0;
      for (let more = await releaseDueHolds(); more > 0; more = await releaseDueHolds()) released += more;
      return { released };
    }),
);
