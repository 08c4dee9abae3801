import { z } from 'zod';
import { idSchema, pageQuery } from '@/lib/kernel/schemas';

/** What `GET /api/admin/mails` takes. */
export const listMailsInput = z.object({
  ...pageQuery,
  orderId: idSchema('ord').optional().describe('Only mails about this order.'),
});

/** What `POST /api/admin/orders/{id}/mails` takes. */
export const resendOrderMailInput = z.object({
  mailId: idSchema('mail').describe('One of the order’s mails: its kind is sent once more.'),
});
