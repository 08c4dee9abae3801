import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { idSchema, moneySchema } from '@/lib/kernel/schemas';
import { overviewInput } from '@/lib/sales/input';
import { MOST_TASKS, TASK_KINDS } from '@/lib/tasks/model';
import { instant } from './shapes';

const count = z.int().min(0);
const day = z.string().meta({ format: 'date', examples: ['2026-11-01'] });
const days = z.object({ from: day, to: day }).describe('Both included.');
const clock = z.string().describe('By the shop’s clock: 2026-11-22, or 2026-11-22T13:00.');

const figures = z.object({
  orders: count,
  units: count,
  sales: moneySchema.describe('What buyers paid: goods, shipping and tax, less discounts.'),
  refunded: moneySchema.describe('What went back in these days, whenever it was sold.'),
  average: moneySchema.nullable().describe('Of an order; null when there was none.'),
});

const sold = { orders: count, sales: moneySchema };

const conversion = z.object({
  carts: count.describe('Begun in the period, with something in them.'),
  ordered: count.describe('Of these, how many were paid for by now.'),
});

const bestSeller = z.object({
  productId: idSchema('prod'),
  title: z.string(),
  units: count,
  unitsBefore: count.describe('In the whole period before.'),
  sales: z.array(moneySchema).describe('By currency, the shop’s own first: its lines, discounts taken off.'),
});

const runningOut = z.object({
  variantId: idSchema('var'),
  productId: idSchema('prod'),
  title: z.string(),
  sku: z.string(),
  options: z.string(),
  available: count,
  sold: count.describe('In the last seven days, today included.'),
  daysLeft: count.nullable().describe('At that pace; null when nothing was sold.'),
});

const overview = z
  .object({
    asOf: instant,
    timeZone: z.string(),
    unit: z.enum(['hour', 'day']).describe('What a point is.'),
    period: days,
    before: days,
    isRunning: z
      .boolean()
      .describe(
        'Whether the period still runs: figures of the one before then reach as far as this one has come.',
      ),
    orders: z.object({ now: count, before: count }),
    conversion: z.object({ now: conversion, before: conversion }),
    currencies: z
      .array(
        z.object({
          currency: moneySchema.shape.currency,
          now: figures,
          before: figures,
          points: z.array(
            z.object({
              at: clock,
              now: z.object(sold).nullable().describe('null: it has not come yet.'),
              before: z.object({ at: clock, ...sold }).nullable(),
            }),
          ),
        }),
      )
      .describe('The shop’s own first. Amounts of different currencies are never added.'),
    bestSellers: z.array(bestSeller),
    runningOut: z.object({ count, items: z.array(runningOut) }),
  })
  .meta({ id: 'Overview' });

const task = z
  .object({
    kind: z.enum(TASK_KINDS),
    count: count.describe(`${MOST_TASKS}: so many, or more.`),
    since: instant.nullable().describe('Since when the one that waits longest has.'),
    subject: z.string().nullable().describe('Its id, where there is one to look at.'),
  })
  .meta({ id: 'Task' });

export const getOverview = defineOperation({
  id: 'getOverview',
  method: 'GET',
  path: '/api/admin/overview',
  tag: 'Overview',
  summary: 'See how the shop does',
  description:
    'Sales, orders, conversion, best sellers and what runs out, of a span of days in the shop’s time zone beside the one before it. Right to the last seconds.',
  actor: { permission: 'sales:read' },
  query: overviewInput,
  responses: { 200: overview },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});

export const listTasks = defineOperation({
  id: 'listTasks',
  method: 'GET',
  path: '/api/admin/tasks',
  tag: 'Overview',
  summary: 'See what waits for a person',
  description: 'Of what the role may see elsewhere. A kind of which nothing waits is not listed.',
  actor: { permission: 'orders:read' },
  responses: { 200: z.object({ items: z.array(task) }) },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
});
