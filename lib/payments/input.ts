import { z } from 'zod';
import { idSchema, line, MAX_MINOR, moneySchema, optionalLine } from '@/lib/kernel/schemas';
import { MAX_LINES } from '@/lib/orders/input';

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

/** What `POST /api/admin/orders/{id}/cancel` takes. */
export const cancelOrderInput = z
  .object({ reason: optionalLine(500).describe('Kept in the order’s history.') })
  .prefault({})
  .transform(({ reason }) => ({ reason: reason ?? 'Cancelled by the shop' }));

export type CancelOrderInput = z.output<typeof cancelOrderInput>;

const positiveMinor = z.int().min(1).max(MAX_MINOR);

/** What `POST /api/admin/orders/{id}/refund` takes. */
export const refundOrderInput = z
  .object({
    amount: z
      .union([moneySchema.extend({ amount: positiveMinor }), positiveMinor], {
        error: 'Must be money, or an integer of minor units, and more than 0.',
      })
      .nullish()
      .describe(
        'What is given back; when absent, what the lines came to, and without lines all that is left.',
      ),
    lines: z
      .array(z.object({ variantId: idSchema('var'), quantity: z.int().min(1).max(1_000_000) }))
      .min(1)
      .max(MAX_LINES)
      .nullish()
      .describe('Which units it is for.'),
    restock: z
      .boolean()
      .default(false)
      .describe('Whether those units (without lines: all of them) go back on the shelf.'),
    returnId: idSchema('ret')
      .nullish()
      .describe('The return that it is for: one that came and was not refunded yet.'),
    reason: line(500),
  })
  .transform(({ amount, lines, restock, returnId, reason }) => ({
    ...(typeof amount === 'number' ? { amount } : (amount ?? {})),
    lines: lines ?? undefined,
    restock,
    returnId: returnId ?? undefined,
    reason,
  }));

export type RefundOrderInput = z.output<typeof refundOrderInput>;
