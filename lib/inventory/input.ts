import { z } from 'zod';
import { line } from '@/lib/kernel/schemas';

/** More units than any shop counts; sums of a variant's lanes stay far inside an integer. */
export const MAX_STOCK = 1_000_000_000;

/** What `POST /api/admin/variants/{id}/stock` takes: a change, or a level (null stops counting), and why. */
export const adjustStockInput = z
  .object({
    delta: z
      .int()
      .min(-MAX_STOCK)
      .max(MAX_STOCK)
      .refine((delta) => delta !== 0, 'Must not be 0.')
      .optional()
      .describe('How many more or fewer.'),
    set: z
      .int()
      .min(0)
      .max(MAX_STOCK)
      .nullable()
      .optional()
      .describe('How many there are now, beside those that orders hold; null stops counting.'),
    reason: line(200),
  })
  .transform(({ delta, set, reason }, context) => {
    if (delta !== undefined && set === undefined) return { delta, reason };
    if (set !== undefined && delta === undefined) return { set, reason };
    const message = delta === undefined ? 'Give delta or set.' : 'Give delta or set, not both.';
    context.addIssue({ code: 'custom', path: ['delta'], message });
    return z.NEVER;
  });

export type AdjustStockInput = z.output<typeof adjustStockInput>;
