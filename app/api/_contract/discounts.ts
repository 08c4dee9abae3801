import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { changeDiscountInput, createDiscountInput, listDiscountsInput } from '@/lib/discounts/input';
import { DISCOUNT_KINDS } from '@/lib/discounts/model';
import { idSchema, moneySchema } from '@/lib/kernel/schemas';
import { pathId } from './path-id';
import { instant, pageOf } from './shapes';

const tag = 'Discounts';
const discountId = pathId('disc', 'discount-not-found', 'The discount.');

const discount = z
  .object({
    id: idSchema('disc'),
    code: z.string(),
    kind: z.enum(DISCOUNT_KINDS),
    ratePpm: z.int().nullable(),
    amount: moneySchema.nullable(),
    minSubtotal: moneySchema.nullable(),
    collectionId: idSchema('col').nullable(),
    startsAt: instant.nullable(),
    endsAt: instant.nullable(),
    usageLimit: z.int().nullable(),
    perCustomerLimit: z.int().nullable(),
    enabled: z.boolean(),
    used: z.int().describe('How many orders that were not cancelled and did not expire use it.'),
  })
  .meta({ id: 'Discount' });

export const listDiscounts = defineOperation({
  id: 'listDiscounts',
  method: 'GET',
  path: '/api/admin/discounts',
  tag,
  summary: 'List discounts, newest first',
  actor: { permission: 'discounts:read' },
  query: listDiscountsInput,
  responses: { 200: pageOf(discount) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const createDiscount = defineOperation({
  id: 'createDiscount',
  method: 'POST',
  path: '/api/admin/discounts',
  tag,
  summary: 'Make a discount code',
  description: 'A percentage, an amount or free shipping. Buyers can use it at once, if it is switched on.',
  actor: { permission: 'discounts:write' },
  body: createDiscountInput,
  responses: { 201: discount },
  problems: ['code-taken'],
  limit: 'admin',
  idempotency: 'honoured',
  example: { code: 'HARBOUR15', kind: 'percentage', ratePpm: 150_000, usageLimit: 100 },
});

export const getDiscount = defineOperation({
  id: 'getDiscount',
  method: 'GET',
  path: '/api/admin/discounts/{id}',
  tag,
  summary: 'See a discount and how often it is used',
  actor: { permission: 'discounts:read' },
  params: { id: discountId },
  responses: { 200: discount },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const changeDiscount = defineOperation({
  id: 'changeDiscount',
  method: 'PATCH',
  path: '/api/admin/discounts/{id}',
  tag,
  summary: 'Change a discount',
  description:
    'What the body names changes; null takes a term away. Orders that have used it keep what it gave them.',
  actor: { permission: 'discounts:write' },
  params: { id: discountId },
  body: changeDiscountInput,
  responses: { 200: discount },
  problems: ['code-taken'],
  limit: 'admin',
  idempotency: 'none',
  example: { usageLimit: 200, endsAt: '2099-12-31T23:59:59Z' },
});

export const removeDiscount = defineOperation({
  id: 'removeDiscount',
  method: 'DELETE',
  path: '/api/admin/discounts/{id}',
  tag,
  summary: 'Take a discount away',
  description: 'One that no order ever used is gone; one that orders name is switched off.',
  actor: { permission: 'discounts:write' },
  params: { id: discountId },
  responses: { 204: z.undefined() },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
