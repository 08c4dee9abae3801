import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId } from '@/lib/kernel/ids';
import { sendNotice } from '@/lib/notifications/send-notice';
import { DISABLE_AFTER_DAYS } from '@/lib/webhooks/model';
import { findWebhook } from '@/lib/webhooks/queries';
import { runMail } from './run-mail';

/** Tells the owner that the shop has given up on an address. */
export const tellOfDisabledWebhook = inngest.createFunction(
  {
    id: 'tell-of-disabled-webhook',
    name: 'Tell the owner of a webhook that was switched off',
    triggers: [{ event: 'webhooks/endpoint.disabled' }],
    retries: 6,
  },
  async ({ event }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const id = parseId('hook', data.endpointId);
    if (id === null) throw new NonRetriableError('The event names no webhook.');
    return runMail(async () => {
      const webhook = await findWebhook(id);
      if (webhook === null) return 'nobody';
      // No path and no query: a receiver's address may carry its key.
      const { origin } = new URL(webhook.url);
      return sendNotice(
        { kind: 'webhook-disabled', url: origin, days: DISABLE_AFTER_DAYS },
        String(event.id),
      );
    });
  },
);
