import { z } from 'zod';
import { moneyShape } from './shapes';

/** What the dashboard's own screens are answered, no field more. */
const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`));
const instant = z.iso.datetime();
const day = z.iso.date();
const count = z.number().int().min(0);
const message = z.strictObject({ line: z.number().int().min(1), message: z.string().min(1) });

const figures = z.strictObject({
  orders: count,
  units: count,
  sales: moneyShape,
  refunded: moneyShape,
  average: moneyShape.nullable(),
});
const sold = { orders: count, sales: moneyShape };
const conversion = z.strictObject({ carts: count, ordered: count });

export const overviewShape = z.strictObject({
  asOf: instant,
  timeZone: z.string(),
  unit: z.enum(['hour', 'day']),
  period: z.strictObject({ from: day, to: day }),
  before: z.strictObject({ from: day, to: day }),
  isRunning: z.boolean(),
  orders: z.strictObject({ now: count, before: count }),
  conversion: z.strictObject({ now: conversion, before: conversion }),
  currencies: z
    .array(
      z.strictObject({
        currency: moneyShape.shape.currency,
        now: figures,
        before: figures,
        points: z
          .array(
            z.strictObject({
              at: z.string(),
              now: z.strictObject(sold).nullable(),
              before: z.strictObject({ at: z.string(), ...sold }).nullable(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  bestSellers: z.array(
    z.strictObject({
      productId: id('prod'),
      title: z.string(),
      units: count,
      unitsBefore: count,
      sales: z.array(moneyShape).min(1),
    }),
  ),
  runningOut: z.strictObject({
    count,
    items: z.array(
      z.strictObject({
        variantId: id('var'),
        productId: id('prod'),
        title: z.string(),
        sku: z.string(),
        options: z.string(),
        available: count,
        sold: count,
        daysLeft: count.nullable(),
      }),
    ),
  }),
});

export const tasksShape = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: z.string().min(1),
      count: z.number().int().min(1),
      since: instant.nullable(),
      subject: z.string().nullable(),
    }),
  ),
});

export const pulseShape = z.strictObject({
  topics: z.strictObject({
    orders: z.string(),
    stock: z.string(),
    imports: z.string(),
    reports: z.string(),
    mails: z.string(),
    changes: z.string(),
  }),
});

export const noticesShape = z.strictObject({
  items: z.array(z.strictObject({ kind: z.string().min(1), wanted: z.boolean() })),
});

export const reportShape = z.strictObject({
  id: id('rep'),
  kind: z.enum(['sales', 'orders', 'inventory', 'customers']),
  format: z.enum(['csv', 'xlsx', 'pdf']),
  from: day,
  to: day,
  timeZone: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  progress: z.strictObject({ done: count, total: count }),
  createdAt: instant,
  failure: z.string().optional(),
  downloadUrl: z.string().optional(),
});

export const scheduleShape = z.strictObject({
  id: id('sched'),
  kind: reportShape.shape.kind,
  format: reportShape.shape.format,
  every: z.enum(['week', 'month']),
  recipients: z.array(z.string()).min(1),
  enabled: z.boolean(),
  lastSentAt: instant.nullable(),
  nextOn: day,
});

const importSummary = {
  id: id('imp'),
  fileName: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed']),
  progress: z.strictObject({ done: count, total: count }),
  created: count,
  updated: count,
  skipped: count,
  errorCount: count,
  noteCount: count,
  createdAt: instant,
  finishedAt: instant.nullable(),
};

export const importShape = z.strictObject({
  ...importSummary,
  errors: z.array(message),
  notes: z.array(message),
});

export const mailShape = z.strictObject({
  id: id('mail'),
  kind: z.string(),
  orderId: id('ord').nullable(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  status: z.enum(['queued', 'sent', 'failed']),
  error: z.string().nullable(),
  messageId: z.string().min(1),
  createdAt: instant,
  sentAt: instant.nullable(),
});

export const jobsShape = z.strictObject({
  engine: z.enum(['embedded', 'elsewhere', 'unreachable', 'none']),
  dashboardUrl: z.string().nullable(),
  functions: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      triggers: z.array(z.string()),
      active: count,
      failedLastDay: count,
    }),
  ),
});

const run = {
  id: z.string().min(10),
  function: z.string().min(1),
  status: z.enum(['queued', 'running', 'completed', 'failed', 'cancelled']),
  createdAt: instant,
  startedAt: instant.nullable(),
  endedAt: instant.nullable(),
  goesOnAt: instant.nullable(),
  error: z.string().nullable(),
};

export const jobRunShape = z.strictObject(run);

export const jobRunDetailShape = z.strictObject({
  ...run,
  events: z.array(z.strictObject({ name: z.string(), at: instant.nullable(), data: z.unknown() })),
  steps: z.array(z.strictObject({ name: z.string(), kind: z.string(), at: instant })),
  attempts: z.array(
    z.strictObject({
      step: z.string().nullable(),
      number: count,
      at: instant,
      ms: count,
      isOk: z.boolean(),
      error: z.string().nullable(),
    }),
  ),
  waits: z.array(
    z.strictObject({ step: z.string(), kind: z.string(), for: z.string().nullable(), since: instant }),
  ),
  next: z.array(
    z.strictObject({
      kind: z.string(),
      step: z.string().nullable(),
      at: instant,
      attempt: count,
      isCalled: z.boolean(),
    }),
  ),
});
