import { z } from 'zod';
import { idSchema, pageQuery } from '@/lib/kernel/schemas';
import { MAIL_STATUSES, NOTICE_KINDS, ORDER_MAILS } from './model';

/** What `GET /api/admin/mails` takes. */
export const listMailsInput = z.object({
  ...pageQuery,
  orderId: idSchema('ord').optional().describe('Only mails about this order.'),
  recipient: z.email().max(254).optional().describe('Only mails to this address.'),
  kind: z.enum(ORDER_MAILS).optional(),
  status: z.enum(MAIL_STATUSES).optional(),
});

/** What `POST /api/admin/orders/{id}/mails` takes. */
export const resendOrderMailInput = z.object({
  mailId: idSchema('mail').describe('One of the order’s mails: its kind is sent once more.'),
});

/** What `PUT /api/admin/notices` takes. */
export const chooseNoticeInput = z.object({ kind: z.enum(NOTICE_KINDS), wanted: z.boolean() });
