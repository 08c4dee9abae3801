import { z } from 'zod';
import { line, pageQuery, queryText } from '@/lib/kernel/schemas';
import { TAKE_OUTCOMES } from './model';

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

/** What `PUT /api/admin/variants/{id}/low-stock` takes. */
export const setLowLevelInput = z.object({
  level: z
    .int()
    .min(0)
    .max(MAX_STOCK)
    .nullable()
    .describe('At how many units it runs low; null: where the shop’s settings say.'),
});

/** How a variant's history is read. */
export const listMovementsInput = z.object(pageQuery);

const MAX_DAYS = 365;
const DEFAULT_DAYS = 90;

export const listStockDaysInput = z.object({
  days: z
    .string()
    .regex(/^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-5])$/, 'Must be a whole number from 1 to 365.')
    .optional()
    .transform((digits) => (digits === undefined ? DEFAULT_DAYS : Number(digits)))
    .meta({ type: 'integer', pattern: undefined, minimum: 1, maximum: MAX_DAYS, default: DEFAULT_DAYS }),
});

/** What goes with an uploaded count. */
export const uploadTakeInput = z.object({
  name: queryText(255).describe('What the file is called, for the list of counts.'),
});

export const listTakesInput = z.object(pageQuery);

export const listTakeLinesInput = z.object({
  outcome: z.enum(TAKE_OUTCOMES).default('differs'),
  ...pageQuery,
});

/** What `POST /api/admin/stock-takes/{id}/apply` takes: why, for the ledger. */
export const applyTakeInput = z.object({ reason: line(200) });
