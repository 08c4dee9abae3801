import type { EventId, WebhookDeliveryId, WebhookEndpointId } from '@/lib/kernel/ids';

/** What a merchant can be told of: names and data are those of the outbox. Links and accounts are nobody's business. */
export const WEBHOOK_EVENTS = [
  'orders/order.placed',
  'orders/order.paid',
  'orders/order.fulfilled',
  'orders/parcel.sent',
  'orders/parcel.changed',
  // Whoever acted on its sending must hear that it was not.
  'orders/parcel.taken-back',
  'orders/order.cancelled',
  'orders/order.expired',
  'orders/refund.succeeded',
  'payments/payment.refused',
  'payments/payment.refunded',
  'catalog/product.created',
  'catalog/product.updated',
  'catalog/product.deleted',
  'inventory/stock.low',
  // Whoever keeps people of their own must hear of it.
  'customers/customer.erased',
] as const;

export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** The event of a ping: it goes to the endpoint that was pinged, whatever it listens to. */
export const PING_EVENT = 'webhooks/endpoint.pinged';

export type WebhookEndpoint = {
  readonly id: WebhookEndpointId;
  readonly url: string;
  readonly events: readonly string[];
  readonly enabled: boolean;
  /** Since when nothing was delivered, if the last delivery was not. */
  readonly failingSince: string | null;
  /** When the shop switched it off by itself. */
  readonly disabledAt: string | null;
  readonly createdAt: string;
};

/** With what its signatures are checked: shown when it is made and when it is renewed, and never again. */
export type WebhookSecret = { readonly id: WebhookEndpointId; readonly secret: string };

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;

export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** One request and what came of it: a status with the first KiB of the answer, or why there was none. */
export type WebhookAttempt = {
  readonly at: string;
  readonly durationMs: number;
  readonly status: number | null;
  readonly answer: string | null;
  readonly error: string | null;
};

export type WebhookDelivery = {
  readonly id: WebhookDeliveryId;
  readonly endpointId: WebhookEndpointId;
  /** The webhook-id header: the same for every try. */
  readonly eventId: EventId;
  readonly type: string;
  readonly status: DeliveryStatus;
  readonly createdAt: string;
  readonly settledAt: string | null;
  /** The body of each try. */
  readonly request: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  /** Newest first. */
  readonly attempts: readonly WebhookAttempt[];
};

/** What is waited before each try of a delivery; some 28 hours in all. */
export const RETRY_AFTER = ['0s', '5s', '5m', '30m', '2h', '5h', '10h', '10h'] as const;

/** An endpoint that took nothing for so many days is switched off. */
export const DISABLE_AFTER_DAYS = 3;
