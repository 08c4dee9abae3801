import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId } from '@/lib/kernel/ids';
import { attemptDelivery } from '@/lib/webhooks/attempt-delivery';
import { RETRY_AFTER } from '@/lib/webhooks/model';

/**
 * Brings one event to one endpoint, trying for some 28 hours. What a receiver answers is a value; retries are for our own
 * stores. One endpoint that is slow has five of its deliveries under way, and the others go past it.
 */
export const deliverWebhook = inngest.createFunction(
  {
    id: 'deliver-webhook',
    name: 'Deliver a webhook',
    triggers: [{ event: 'webhooks/delivery.requested' }],
    retries: 5,
    concurrency: [{ limit: 20 }, { limit: 5, key: 'event.data.endpointId' }],
  },
  async ({ event, step }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const id = parseId('dlv', data.deliveryId);
    const round = Number(data.round);
    if (id === null || !Number.isInteger(round)) throw new NonRetriableError('The event names no delivery.');
    for (const [index, wait] of RETRY_AFTER.entries()) {
      if (index > 0) await step.sleep(`wait for try ${index + 1}`, wait);
      const result = await step.run(`try ${index + 1}`, () =>
        attemptDelivery(id, { round, number: index + 1 }),
      );
      if (result !== 'failed') return { result, tries: index + 1 };
    }
    return { result: 'over', tries: RETRY_AFTER.length };
  },
);
