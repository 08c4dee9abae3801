/**
 * The events of the outbox that a function is triggered by: the relay sends these and drops the others. Apart from the
 * functions, because the edge relays and must not carry them; a test keeps the two equal.
 */
export const SUBSCRIBED: readonly string[] = [
  // Mails.
  'orders/order.paid',
  'orders/order.fulfilled',
  'orders/parcel.sent',
  'notifications/order-mail.requested',
  'orders/order.cancelled',
  'orders/refund.succeeded',
  'payments/payment.refunded',
  'customers/sign-up.requested',
  'customers/password-reset.requested',
  'customers/sign-in-link.requested',
  'customers/email-change.requested',
  'customers/erasure-link.requested',
  'customers/email.changed',
  'staff/password-reset.requested',
  'staff/member.invited',
  // Webhooks to merchants' own addresses: what they want to hear of is looked up by the relay (lease_outbox).
  'webhooks/delivery.requested',
  // Notices to the owner.
  'webhooks/endpoint.disabled',
  'inventory/stock.low',
  // Imports.
  'imports/import.requested',
  'imports/import.finished',
  // Pictures, counts of the shelves, and checks of the books that somebody asked for.
  'catalog/picture.uploaded',
  'inventory/take.requested',
  'upkeep/check.requested',
  // Reports.
  'reports/report.requested',
  'reports/scheduled-report.done',
];
