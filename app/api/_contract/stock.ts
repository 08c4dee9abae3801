import { z } from 'zod';
import { defineOperation } from '@/app/api/_edge/operation';
import { listStockInput } from '@/lib/catalog/input';
import { PRODUCT_STATUSES } from '@/lib/catalog/model';
import {
  applyTakeInput,
  listMovementsInput,
  listStockDaysInput,
  listTakeLinesInput,
  listTakesInput,
  setLowLevelInput,
  uploadTakeInput,
} from '@/lib/inventory/input';
import { MAX_TAKE_BYTES, MOVEMENT_KINDS, STOCK_TAKE_STATUSES, TAKE_OUTCOMES } from '@/lib/inventory/model';
import { idSchema } from '@/lib/kernel/schemas';
import { listBookChecksInput, requestBookCheckInput } from '@/lib/upkeep/input';
import { BOOK_CHECK_STATUSES, BOOKS } from '@/lib/upkeep/model';
import { pathId } from './path-id';
import { instant, pageOf } from './shapes';

const tag = 'Stock';
const count = z.int().min(0);
const variantId = pathId('var', 'variant-not-found', 'The variant.');
const takeId = pathId('take', 'stock-take-not-found', 'The count.');

const stockLine = z
  .object({
    variantId: idSchema('var'),
    productId: idSchema('prod'),
    title: z.string(),
    variantTitle: z.string(),
    sku: z.string(),
    status: z.enum(PRODUCT_STATUSES),
    imageUrl: z.string().nullable(),
    available: count.nullable().describe('Units free to sell; null: not counted.'),
    held: count
      .nullable()
      .describe('Units that unpaid orders hold; null where those are too many to add up for a list.'),
    lowAt: count.nullable().describe('At how many units it runs low; null: where the settings say.'),
    isLow: z.boolean(),
  })
  .meta({ id: 'StockLine' });

const read = {
  tag,
  method: 'GET',
  actor: { permission: 'products:read' },
  problems: [],
  limit: 'admin',
  idempotency: 'none',
} as const;
const write = { tag, actor: { permission: 'stock:write' }, limit: 'admin' } as const;

export const listStock = defineOperation({
  ...read,
  id: 'listStock',
  path: '/api/admin/stock',
  summary: 'List what there is of each variant',
  description: 'Newest first. Sales are in low after five minutes at most, merchants’ own changes at once.',
  query: listStockInput,
  responses: { 200: pageOf(stockLine) },
});

export const getVariantStock = defineOperation({
  ...read,
  id: 'getVariantStock',
  path: '/api/admin/variants/{id}/stock',
  summary: 'See what there is of a variant',
  params: { id: variantId },
  responses: { 200: stockLine },
});

export const listMovements = defineOperation({
  ...read,
  id: 'listStockMovements',
  path: '/api/admin/variants/{id}/stock/movements',
  summary: 'See what moved a variant’s units',
  description: 'From the ledger, newest first.',
  params: { id: variantId },
  query: listMovementsInput,
  responses: {
    200: pageOf(
      z
        .object({
          id: z.string(),
          at: instant,
          kind: z.enum(MOVEMENT_KINDS),
          delta: z.int(),
          orderId: z.string().nullable(),
          reason: z.string().nullable(),
          actor: z.string().nullable(),
        })
        .meta({ id: 'StockMovement' }),
    ),
  },
});

export const listStockDays = defineOperation({
  ...read,
  id: 'listStockDays',
  path: '/api/admin/variants/{id}/stock/days',
  summary: 'See a variant’s units by day',
  description: 'Of the shop’s time zone, oldest first. Empty for what is not counted.',
  params: { id: variantId },
  query: listStockDaysInput,
  responses: {
    200: z.object({
      days: z.array(
        z.object({
          day: z.string(),
          level: z.int().describe('Free at the end of the day.'),
          adjusted: z.int().describe('Received, counted or written off.'),
          sold: z.int().describe('Taken by orders, less what came back.'),
        }),
      ),
      isComplete: z.boolean().describe('false: it moved so much that only the latest days were added up.'),
    }),
  },
});

export const setLowLevel = defineOperation({
  ...write,
  id: 'setLowLevel',
  method: 'PUT',
  path: '/api/admin/variants/{id}/low-stock',
  summary: 'Say when a variant runs low',
  params: { id: variantId },
  body: setLowLevelInput,
  responses: { 204: z.undefined() },
  problems: [],
  idempotency: 'none',
  example: { level: 12 },
});

const stockTake = z
  .object({
    id: idSchema('take'),
    fileName: z.string(),
    status: z.enum(STOCK_TAKE_STATUSES),
    reason: z.string().nullable(),
    lines: count,
    differing: count.describe('Lines that count something else than the shop had.'),
    problems: count.describe('Lines that name no variant, or no number.'),
    applied: count.describe('Differing lines that were taken over.'),
    createdAt: instant,
    appliedAt: instant.nullable(),
  })
  .meta({ id: 'StockTake' });

export const uploadStockTake = defineOperation({
  ...write,
  id: 'uploadStockTake',
  method: 'POST',
  path: '/api/admin/stock-takes',
  summary: 'Upload a count of the shelves',
  description:
    'The file is the body: a CSV with the columns sku and counted, of up to 10 MiB and 100,000 lines. Count what is free to sell, without what is set aside for orders. Nothing changes before it is applied.',
  query: uploadTakeInput,
  upload: { mediaTypes: ['text/csv'], maxBytes: MAX_TAKE_BYTES },
  responses: { 201: z.object({ id: idSchema('take') }) },
  problems: [],
  timeoutMs: 25_000,
  idempotency: 'honoured',
  example: 'sku,counted\nFERRY-A3,48\n',
});

export const listStockTakes = defineOperation({
  ...read,
  id: 'listStockTakes',
  path: '/api/admin/stock-takes',
  summary: 'List counts, newest first',
  query: listTakesInput,
  responses: { 200: pageOf(stockTake) },
});

export const getStockTake = defineOperation({
  ...read,
  id: 'getStockTake',
  path: '/api/admin/stock-takes/{id}',
  summary: 'See how a count stands',
  params: { id: takeId },
  responses: { 200: stockTake },
});

export const listStockTakeLines = defineOperation({
  ...read,
  id: 'listStockTakeLines',
  path: '/api/admin/stock-takes/{id}/lines',
  summary: 'See what a count says',
  params: { id: takeId },
  query: listTakeLinesInput,
  responses: {
    200: pageOf(
      z
        .object({
          line: z.int(),
          sku: z.string(),
          variantId: idSchema('var').nullable(),
          counted: count.nullable(),
          expected: z.int().nullable().describe('Free when it was uploaded; null: not counted.'),
          outcome: z.enum(TAKE_OUTCOMES),
          message: z.string().nullable(),
        })
        .meta({ id: 'StockTakeLine' }),
    ),
  },
});

export const applyStockTake = defineOperation({
  ...write,
  id: 'applyStockTake',
  method: 'POST',
  path: '/api/admin/stock-takes/{id}/apply',
  summary: 'Take a count over into the stock',
  description:
    'By a job. What changes is the difference that was found when it was uploaded, so that what was sold since stays right.',
  params: { id: takeId },
  body: applyTakeInput,
  responses: { 202: stockTake },
  problems: ['stock-take-applied'],
  idempotency: 'none',
  example: { reason: 'Count of November' },
});

const bookCheck = z
  .object({
    id: idSchema('chk'),
    kind: z.enum(BOOKS),
    status: z.enum(BOOK_CHECK_STATUSES),
    actor: z.string(),
    faults: z
      .array(z.object({ what: z.string(), subject: z.string(), expected: z.string(), found: z.string() }))
      .describe('Where the books do not balance; the first hundred.'),
    tookMs: count.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'BookCheck' });

export const listBookChecks = defineOperation({
  ...read,
  id: 'listBookChecks',
  path: '/api/admin/book-checks',
  summary: 'See whether the books balance',
  description: 'Each night and whenever somebody asked, newest first.',
  query: listBookChecksInput,
  responses: { 200: pageOf(bookCheck) },
});

export const requestBookCheck = defineOperation({
  ...write,
  id: 'requestBookCheck',
  method: 'POST',
  path: '/api/admin/book-checks',
  summary: 'Have the books checked now',
  body: requestBookCheckInput,
  responses: { 202: z.object({ id: idSchema('chk'), status: z.literal('asked') }) },
  problems: [],
  idempotency: 'honoured',
  example: { kind: 'stock' },
});
