import { inngest } from '@/inngest/client';
import { foldSales, refoldSales } from '@/lib/sales/fold-sales';

/** Far below the 20 seconds that a step may take. */
const PART_MS = 5_000;
const LAST_WEEKS = 35;

/** Keeps the sums small that have to be added when somebody asks what was sold. */
export const foldSalesEveryMinute = inngest.createFunction(
  {
    id: 'fold-sales',
    name: 'Fold the last minute’s sales into the sums',
    triggers: [{ cron: '* * * * *' }],
    retries: 0,
    concurrency: { limit: 1 },
  },
  async ({ step }) => step.run('fold', async () => ({ isUpToDate: await foldSales(PART_MS) })),
);

/** Computes five weeks anew, so that the sums never drift from the orders. */
export const refoldSalesNightly = inngest.createFunction(
  {
    id: 'refold-sales-nightly',
    name: 'Compute five weeks’ sales anew',
    triggers: [{ cron: '25 3 * * *' }],
    retries: 3,
  },
  async ({ step }) => {
    for (let daysAgo = 0; daysAgo < LAST_WEEKS; daysAgo += 7) {
      await step.run(`compute the week that ended ${daysAgo} days ago`, async () => {
        for (let more = 0; more < 7; more += 1) await refoldSales(daysAgo + more);
      });
    }
    return { days: LAST_WEEKS };
  },
);
