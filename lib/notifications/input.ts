import { z } from 'zod';
import { idSchema, pageQuery } from '@/lib/kernel/schemas';

/** What `GET /api/admin/mails` takes. */
export const listMailsInput = z.object({
  ...pageQuery,
  orderId: idSchema('ord').optional().describe('Only mails about this order.'),
});
