import { inngest } from '@/inngest/client';
import { rollUpSales } from '@/lib/sales/roll-up-sales';

/** The days that may still change under reports: refunds of a month ago go back today, not then. */
const LAST_DAYS = 3;
const LAST_WEEKS = 35;

/** Keeps today's and yesterday's sales fresh. */
export const rollUpSalesHourly = inngest.createFunction(
  {
    id: 'roll-up-sales',
    name: 'Roll up the last days’ sales',
    triggers: [{ cron: '12 * * * *' }],
    retries: 2,
  },
  async ({ step }) => step.run('roll up', async () => ({ rows: await rollUpSales(LAST_DAYS) })),
);

/** Computes five weeks anew, so that whatever an hour missed is right by morning. */
export const rollUpSalesNightly = inngest.createFunction(
  {
    id: 'roll-up-sales-nightly',
    name: 'Roll up five weeks’ sales',
    triggers: [{ cron: '25 3 * * *' }],
    retries: 3,
  },
  async ({ step }) => step.run('roll up', async () => ({ rows: await rollUpSales(LAST_WEEKS) })),
);
