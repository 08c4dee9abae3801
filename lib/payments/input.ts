import { z } from 'zod';
import { idSchema } from '@/lib/kernel/schemas';

/** The methods of the built-in test provider, each named after what happens. */
export const TEST_METHODS = ['test_ok', 'test_declined', 'test_timeout'] as const;

export const payOrderInput = z.object({
  token: z.string().min(1).max(200),
  method: z.enum(TEST_METHODS),
});

export type PayOrderInput = z.output<typeof payOrderInput>;

/** What the test provider's webhook tells: one event of one attempt, under an id that is its own for ever. */
export const providerEventInput = z.object({
  id: z.string().min(1).max(200),
  kind: z.enum(['processing', 'succeeded', 'declined']),
  paymentId: idSchema('pay'),
  reference: z.string().max(200).optional(),
  reason: z.string().max(200).optional(),
});

export type ProviderEvent = z.output<typeof providerEventInput>;
