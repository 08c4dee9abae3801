import { fetchImages } from './catalog/fetch-images';
import { importProducts } from './imports/import-products';
import { sendOrderMailOnEvent } from './notifications/send-order-mail';
import { sendPasswordMailOnEvent } from './notifications/send-password-mail';
import { releaseDueHoldsEveryMinute } from './orders/release-due-holds';
import { settlePaymentsEveryMinute } from './payments/settle-payments';
import { sweepOutboxEveryMinute } from './platform/sweep-outbox';
import { deliverWebhook } from './webhooks/deliver-webhook';

/** Every job of the shop. */
export const functions = [
  releaseDueHoldsEveryMinute,
  settlePaymentsEveryMinute,
  sweepOutboxEveryMinute,
  sendOrderMailOnEvent,
  sendPasswordMailOnEvent,
  deliverWebhook,
  importProducts,
  fetchImages,
];
