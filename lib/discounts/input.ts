import { z } from 'zod';
import {
  currencySchema,
  idSchema,
  line,
  MAX_MINOR,
  momentSchema,
  moneySchema,
  pageQuery,
  queryText,
} from '@/lib/kernel/schemas';
import { DISCOUNT_KINDS, DISCOUNT_STATES } from './model';

const minor = z.int().min(0).max(MAX_MINOR);
const instant = z.iso.datetime({ offset: true });

const value = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('percentage'),
    ratePpm: z.int().min(1).max(1_000_000).describe('Millionths: 150000 is 15 %.'),
  }),
  z.object({ kind: z.literal('amount'), amountMinor: minor.min(1) }),
  z.object({ kind: z.literal('free_shipping') }),
]);

const terms = z.object({
  code: line(64).describe('What buyers type, in any case.'),
  currency: currencySchema.optional().describe('Of the amount and of the minimum.'),
  minSubtotalMinor: minor.optional().describe('What the products that the code is for must cost at least.'),
  collectionId: idSchema('col').optional().describe('Which products it is for; all when absent.'),
  startsAt: instant.optional(),
  endsAt: instant.optional(),
  usageLimit: z.int().min(0).max(MAX_MINOR).optional().describe('How many orders may use it.'),
  perCustomerLimit: z.int().min(1).max(1_000_000).optional(),
  enabled: z.boolean().default(true),
});

/** A discount, whole: what is absent is without. */
export const saveDiscountInput = z.intersection(value, terms).superRefine((given, context) => {
  const needsCurrency = given.kind === 'amount' || given.minSubtotalMinor !== undefined;
  if (needsCurrency && given.currency === undefined) {
    context.addIssue({ code: 'custom', path: ['currency'], message: 'Amounts need their currency.' });
  }
  const { startsAt, endsAt } = given;
  if (startsAt !== undefined && endsAt !== undefined && Date.parse(startsAt) >= Date.parse(endsAt)) {
    context.addIssue({ code: 'custom', path: ['endsAt'], message: 'Must be after startsAt.' });
  }
});

export type SaveDiscountInput = z.output<typeof saveDiscountInput>;

const moment = momentSchema.nullable();

const spoken = {
  code: line(64).describe('What buyers type, in any case.'),
  kind: z.enum(DISCOUNT_KINDS),
  ratePpm: z
    .int()
    .min(1)
    .max(1_000_000)
    .nullable()
    .describe('What a percentage takes off, in millionths: 150000 is 15 %.'),
  amount: moneySchema.nullable().describe('What an amount takes off.'),
  minSubtotal: moneySchema.nullable().describe('What the products that it is for must cost at least.'),
  collectionId: idSchema('col').nullable().describe('Which products it is for; all when null.'),
  startsAt: moment,
  endsAt: moment,
  usageLimit: z.int().min(0).max(MAX_MINOR).nullable().describe('How many orders may use it.'),
  perCustomerLimit: z.int().min(1).max(1_000_000).nullable().describe('How many orders of one buyer may.'),
  enabled: z.boolean(),
};

/** What `POST /api/admin/discounts` takes. */
export const createDiscountInput = z.object({
  ...spoken,
  ratePpm: spoken.ratePpm.default(null),
  amount: spoken.amount.default(null),
  minSubtotal: spoken.minSubtotal.default(null),
  collectionId: spoken.collectionId.default(null),
  startsAt: moment.default(null),
  endsAt: moment.default(null),
  usageLimit: spoken.usageLimit.default(null),
  perCustomerLimit: spoken.perCustomerLimit.default(null),
  enabled: z.boolean().default(true),
});

export type CreateDiscountInput = z.output<typeof createDiscountInput>;

/** What `PATCH /api/admin/discounts/{id}` takes: what it names changes, null takes a term away. */
export const changeDiscountInput = z.object(spoken).partial();

export type ChangeDiscountInput = z.output<typeof changeDiscountInput>;

export const listDiscountsInput = z.object({
  query: queryText(64).describe('The beginning of a code.'),
  state: z.enum(DISCOUNT_STATES).optional().describe('How it stands now.'),
  ...pageQuery,
});
