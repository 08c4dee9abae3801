import { inngest } from '@/inngest/client';
import { processProviderEvents } from '@/lib/payments/process-provider-events';
import { settleDuePayments } from '@/lib/payments/settle-due-payments';
import { settleDueRefunds } from '@/lib/payments/settle-due-refunds';

/** Asks the provider about payments and refunds in doubt, and works off what it told by webhook. */
export const settlePaymentsEveryMinute = inngest.createFunction(
  { id: 'settle-payments', name: 'Settle payments in doubt', triggers: [{ cron: '* * * * *' }], retries: 2 },
  async ({ step }) => {
    await step.run('events', async () => void (await processProviderEvents()));
    await step.run('payments', async () => void (await settleDuePayments()));
    await step.run('refunds', async () => void (await settleDueRefunds()));
  },
);
