import type { EventId, FulfilmentId, MailId, OrderId, RefundId } from '@/lib/kernel/ids';
import type { Permission } from '@/lib/staff/permissions';

/** What happened to an order that its buyer is told by mail. */
export const ORDER_MAILS = [
  'order-confirmation',
  'order-shipped',
  'order-part-shipped',
  'order-cancelled',
  'order-refunded',
  'late-payment-refunded',
] as const;

export type OrderMailKind = (typeof ORDER_MAILS)[number];

/** Says that somebody of the shop wants a mail sent once more; its data is what {@link OrderMailAbout} holds. */
export const ORDER_MAIL_REQUESTED = 'notifications/order-mail.requested';

/** Which mail about an order it is. */
export type OrderMailAbout = {
  readonly kind: OrderMailKind;
  readonly orderId: OrderId;
  readonly refundId?: RefundId | undefined;
  readonly fulfilmentId?: FulfilmentId | undefined;
  /** Names a mail that is sent again: it is one of its own, from the facts as they are now. */
  readonly again?: EventId | undefined;
};

/** What is said about an account: mostly links. */
export type AccountMailKind =
  | 'customer-sign-up'
  | 'customer-password-reset'
  | 'customer-sign-in'
  | 'customer-email-change'
  | 'customer-email-taken'
  | 'customer-email-changed'
  | 'customer-erasure'
  | 'staff-password-reset'
  | 'staff-invitation';

/** What staff are told, and what somebody must be allowed to see before they are. */
export const NOTICES = {
  'job-failed': 'jobs:read',
  'low-stock': 'products:read',
  'books-broken': 'products:read',
  'webhook-disabled': 'webhooks:read',
} as const satisfies Record<string, Permission>;

export type NoticeKind = keyof typeof NOTICES;

export const NOTICE_KINDS = Object.keys(NOTICES) as [NoticeKind, ...NoticeKind[]];

export type MailKind = OrderMailKind | AccountMailKind | NoticeKind | 'scheduled-report';

/** `failed`: the last try did not succeed; `error` says why. It may be tried again. */
export const MAIL_STATUSES = ['queued', 'sent', 'failed'] as const;

export type MailStatus = (typeof MAIL_STATUSES)[number];

/** A mail as staff may see it: as it was rendered, without what its links open. What was erased or pruned is null. */
export type Mail = {
  readonly id: MailId;
  readonly kind: string;
  readonly orderId: OrderId | null;
  readonly to: string | null;
  readonly subject: string | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly status: MailStatus;
  readonly error: string | null;
  readonly messageId: string;
  readonly createdAt: string;
  readonly sentAt: string | null;
};

/** What came of sending one: `nobody` has no address any more, or what it was about is over. */
export type MailOutcome = 'sent' | 'already-sent' | 'refused' | 'nobody';
