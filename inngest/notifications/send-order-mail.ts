import { NonRetriableError } from 'inngest';
import { inngest } from '@/inngest/client';
import { parseId } from '@/lib/kernel/ids';
import { ORDER_MAIL_REQUESTED, ORDER_MAILS, type OrderMailKind } from '@/lib/notifications/model';
import { sendOrderMail } from '@/lib/notifications/send-order-mail';
import { env } from '@/lib/platform/env';
import { runMail } from './run-mail';

/** What happened, and which mail tells the buyer of it. */
const KIND_OF: Readonly<Record<string, OrderMailKind>> = {
  'orders/order.paid': 'order-confirmation',
  'orders/order.fulfilled': 'order-shipped',
  'orders/parcel.sent': 'order-part-shipped',
  'orders/order.cancelled': 'order-cancelled',
  'orders/refund.succeeded': 'order-refunded',
  'payments/payment.refunded': 'late-payment-refunded',
};

/** What can be undone: the mail leaves time for it. */
const SENDINGS = new Set(['orders/order.fulfilled', 'orders/parcel.sent']);

/** Tells buyers what became of their orders. Some four hours of tries: mail servers come back. */
export const sendOrderMailOnEvent = inngest.createFunction(
  {
    id: 'send-order-mail',
    name: 'Tell a buyer about an order',
    triggers: [...Object.keys(KIND_OF), ORDER_MAIL_REQUESTED].map((event) => ({ event })),
    retries: 10,
    // Ten thousand mails must not keep the other jobs waiting.
    concurrency: { limit: 5 },
  },
  async ({ event, step }) => {
    const data: Readonly<Record<string, unknown>> = event.data;
    const kind = KIND_OF[event.name] ?? ORDER_MAILS.find((known) => known === data.kind);
    const orderId = parseId('ord', data.orderId);
    if (kind === undefined || orderId === null) throw new NonRetriableError(`${event.name} names no order.`);
    const refundId = parseId('ref', data.refundId) ?? undefined;
    const fulfilmentId = parseId('ful', data.fulfilmentId) ?? undefined;
    const again = parseId('evt', data.again) ?? undefined;
    const delay = env().PARCEL_MAIL_DELAY_SECONDS;
    if (delay > 0 && SENDINGS.has(event.name)) await step.sleep('leave time to take it back', `${delay}s`);
    return runMail(() => sendOrderMail({ kind, orderId, refundId, fulfilmentId, again }));
  },
);
