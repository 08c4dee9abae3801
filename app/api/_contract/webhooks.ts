import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { providerEventInput } from '@/lib/payments/input';

export const receiveTestEvent = defineOperation({
  id: 'receiveTestEvent',
  method: 'POST',
  path: '/api/webhooks/payments/test',
  tag: 'Webhooks',
  summary: 'Hear what the test provider says of a payment',
  description:
    'Only the built-in test provider calls this. Answered once the event is stored; an event that was heard before is answered the same and does nothing.',
  actor: 'public',
  headers: z.object({
    'x-test-signature': z.string().max(200).describe('HMAC-SHA-256 of the event, base64url.'),
  }),
  body: providerEventInput,
  responses: { 200: z.object({ received: z.literal(true) }) },
  problems: ['invalid-signature'],
  limit: null,
  idempotency: 'none',
  example: {
    id: 'pay_019a5c3be0007000800000000000000a:succeeded',
    kind: 'succeeded',
    paymentId: 'pay_019a5c3be0007000800000000000000a',
  },
});
