import { inngest } from '@/inngest/client';
import { markLowStock } from '@/lib/inventory/mark-low-stock';

/** Looks for what is running low. Not at each sale: a purchase must not pay for it. */
export const watchLowStock = inngest.createFunction(
  {
    id: 'watch-low-stock',
    name: 'Look for what is running low',
    triggers: [{ cron: '*/5 * * * *' }],
    retries: 1,
  },
  async ({ step }) => step.run('look', async () => ({ fallen: await markLowStock() })),
);
