import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId } from '@/lib/kernel/ids';
import type { OrderMailKind } from '@/lib/notifications/model';
import { sendOrderMail } from '@/lib/notifications/send-order-mail';
import { runMailStep } from './run-mail-step';

/** What happened, and which mail tells the buyer of it. */
const KIND_OF: Readonly<Record<string, OrderMailKind>> = {
  'orders/order.paid': 'order-confirmation',
  'orders/order.fulfilled': 'order-shipped',
  'orders/order.cancelled': 'order-cancelled',
  'orders/refund.succeeded': 'order-refunded',
  'payments/payment.refunded': 'late-payment-refunded',
};

/** Tells buyers what became of their orders. Some four hours of tries: mail servers come back. */
export const sendOrderMailOnEvent = inngest.createFunction(
  {
    id: 'send-order-mail',
    name: 'Tell a buyer about an order',
    triggers: Object.keys(KIND_OF).map((event) => ({ event })),
    retries: 10,
    // Ten thousand mails must not keep the other jobs waiting.
    concurrency: { limit: 5 },
  },
  async ({ event, step }) => {
    const kind = KIND_OF[event.name];
    const data: Readonly<Record<string, unknown>> = event.data;
    const orderId = parseId('ord', data.orderId);
    if (kind === undefined || orderId === null) throw new NonRetriableError(`${event.name} names no order.`);
    const refundId = parseId('ref', data.refundId) ?? undefined;
    return runMailStep(step, () => sendOrderMail({ kind, orderId, refundId }));
  },
);
