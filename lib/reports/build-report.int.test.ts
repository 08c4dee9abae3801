import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { createProduct } from '@/lib/catalog/create-product';
import { createProductInput } from '@/lib/catalog/input';
import { newId, type ReportId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { formatDecimal } from '@/lib/kernel/money';
import { orderToken } from '@/lib/orders/order-token';
import { placeOrder } from '@/lib/orders/place-order';
import { payOrder } from '@/lib/payments/pay-order';
import { takeFence } from '@/lib/platform/fence';
import { readFile } from '@/lib/platform/files/read-file';
import { closeRedis } from '@/lib/platform/redis/client';
import { buildReport } from './build-report';
import { explainFailure, failReport } from './fail-report';
import { readRun } from './internal/run';
import { takeStep } from './internal/take-step';
import { REPORT_KINDS, type ReportFormat, type ReportKind } from './model';
import { findReport, findReportFile, listReports } from './queries';
import { requestReport } from './request-report';
import { forgetOldReports, resumeReports } from './sweep-reports';
import {
  DAY,
  freshDays,
  HOUR,
  type MadeOrder,
  makeBook,
  refundedAt,
  statusAt,
  subtotalOf,
  unitsOf,
  writeBook,
} from './testing/book';
import { readSheet, readZip } from './testing/read-zip';

const PACE = { rows: 97, ids: 203 };
const DAYS = 12;
const startMs = freshDays();
const domain = `${randomUUID()}.example`;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
let variantIds: VariantId[] = [];
let book: MadeOrder[] = [];

/** A generator that gives the same numbers for the same seed. */
function seeded(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function makeVariants(count: number, stock: number): Promise<VariantId[]> {
  const made = await createProduct(
    createProductInput.parse({
      title: `Thing ${randomUUID()}`,
      status: 'active',
      options: [{ name: 'Size', values: Array.from({ length: count }, (_, n) => `S${n}`) }],
      variants: Array.from({ length: count }, (_, n) => ({
        sku: `=SKU-${n}`,
        price: { amount: 1_000 + n, currency: 'USD' },
        optionValues: [`S${n}`],
        stock,
      })),
    }),
    { actor: 'test' },
  );
  if (!made.ok) throw new Error(made.reason);
  return made.value.variants.map(({ id }) => id);
}

beforeAll(async () => {
  variantIds = await makeVariants(6, 10);
  const seed = Date.now() % 1_000_000;
  process.stdout.write(`reports: seed ${seed}, from ${day(startMs)}\n`);
  const options = { variantIds: variantIds.map(toUuid), domain, random: seeded(seed) };
  book = makeBook({ ...options, startMs: startMs - 2 * DAY, days: DAYS + 4, orders: 1_200 });
  await writeBook(book);
});

afterAll(async () => {
  await closeRedis();
  await closeDatabase();
});

type Wish = { kind: ReportKind; format?: ReportFormat; zone?: string; asOfMs?: number };

const ZONES: Record<string, number> = { UTC: 0, 'Asia/Kathmandu': 5.75 * HOUR };

/** Asks for the days of the book, as a shop of that zone would have at that time. */
async function ask({ kind, format = 'csv', zone = 'UTC', asOfMs = Date.now() }: Wish): Promise<ReportId> {
  const input = { kind, format, from: day(startMs), to: day(startMs + (DAYS - 1) * DAY) };
  const { id } = await requestReport(input, { actor: 'test' });
  await atomically([
    sql`update reports set time_zone = ${zone}, as_of = ${new Date(asOfMs).toISOString()}::timestamptz,
        starts_at = from_day::timestamp at time zone ${zone}, ends_at = (to_day + 1)::timestamp at time zone ${zone}
        where id = ${toUuid(id)}::uuid`,
  ]);
  return id;
}

async function buildWhole(id: ReportId): Promise<void> {
  const deadline = performance.now() + 25_000;
  while ((await buildReport(id, { budgetMs: 5_000, pace: PACE })) !== 'ended') {
    if (performance.now() > deadline) throw new Error('it does not end');
  }
}

async function fileOf(id: ReportId): Promise<Buffer> {
  const file = await findReportFile(id);
  if (file === null) throw new Error(JSON.stringify(await findReport(id, REPORT_KINDS)));
  return Buffer.from(await new Response(readFile(file)).arrayBuffer());
}

const parsed = (bytes: Buffer) => parse(bytes, { columns: true }) as Record<string, string>[];

async function rowsOf(wish: Wish): Promise<Record<string, string>[]> {
  const id = await ask(wish);
  await buildWhole(id);
  return parsed(await fileOf(id));
}

const money = (amount: number, currency: string) => formatDecimal({ amount, currency });

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const moments = [
  ['today', () => Date.now()],
  ['in the middle of it', () => startMs + 6 * DAY + 12_345],
] as const;
const places = Object.keys(ZONES).flatMap((zone) => moments.map(([when, at]) => [zone, when, at] as const));

describe.each(places)('in %s, asked for %s', (zone, _when, at) => {
  const offset = ZONES[zone] ?? 0;
  const from = startMs - offset;
  const isIn = (ms: number | null, asOfMs: number): ms is number =>
    ms !== null && ms >= from && ms < from + DAYS * DAY && ms <= asOfMs;
  const localDay = (ms: number) => day(ms + offset);

  test('sales are those of an adding machine', async () => {
    const asOfMs = at();
    const expected = new Map<string, number[]>();
    const add = (ms: number, currency: string, figures: number[]) => {
      const key = `${localDay(ms)} ${currency}`;
      const before = expected.get(key) ?? figures.map(() => 0);
      expected.set(
        key,
        figures.map((figure, place) => figure + (before[place] ?? 0)),
      );
    };
    for (const order of book) {
      const { currency, paidMs, total, discount, shipping, tax } = order;
      if (isIn(paidMs, asOfMs))
        add(paidMs, currency, [
          1,
          unitsOf(order),
          subtotalOf(order),
          discount,
          shipping,
          tax,
          0,
          total,
          total,
        ]);
      for (const { ms, amount, status } of order.refunds)
        if (status === 'succeeded' && isIn(ms, asOfMs))
          add(ms, currency, [0, 0, 0, 0, 0, 0, amount, -amount, 0]);
    }
    const rows = await rowsOf({ kind: 'sales', zone, asOfMs });
    expect(rows.map(Object.values)).toEqual(
      [...expected].sort().map(([key, [count, units, ...amounts]]) => {
        const [date = '', currency = ''] = key.split(' ');
        return [date, currency, String(count), String(units), ...amounts.map((sum) => money(sum, currency))];
      }),
    );
    expect(rows.length).toBeGreaterThan(10);
  });

  test('orders are listed as they were', async () => {
    const asOfMs = at();
    const rows = await rowsOf({ kind: 'orders', zone, asOfMs });
    const placed = book.filter(({ placedMs }) => isIn(placedMs, asOfMs));
    expect(rows.map(({ order }) => order)).toEqual(placed.map(({ id }) => id).sort());
    const byId = new Map(rows.map((row) => [row.order, row]));
    for (const order of placed) {
      const { currency } = order;
      expect(byId.get(order.id), JSON.stringify(order)).toMatchObject({
        status: statusAt(order, asOfMs),
        email: order.email,
        country: 'US',
        units: String(unitsOf(order)),
        currency,
        subtotal: money(subtotalOf(order), currency),
        discount: money(order.discount, currency),
        shipping: money(order.shipping, currency),
        tax: money(order.tax, currency),
        total: money(order.total, currency),
        refunded: money(refundedAt(order, asOfMs), currency),
      });
      const row = byId.get(order.id);
      expect(Date.parse(row?.placed_at ?? '')).toBe(Math.floor(order.placedMs / 1_000) * 1_000);
      expect(row?.placed_at?.slice(0, 10)).toBe(localDay(order.placedMs));
      expect(row?.paid_at === '').toBe(order.paidMs === null || order.paidMs > asOfMs);
    }
  });

  test('customers are one row an address, whatever its case', async () => {
    const asOfMs = at();
    const paid = book.filter(({ paidMs }) => isIn(paidMs, asOfMs));
    const groups = groupBy(paid, ({ email, currency }) => `${email.toLowerCase()} ${currency}`);
    const rows = await rowsOf({ kind: 'customers', zone, asOfMs });
    const ours = rows.filter(({ email }) => email?.endsWith(domain));
    expect(ours.map(({ email, currency }) => `${email} ${currency}`)).toEqual([...groups.keys()].sort());
    for (const row of ours) {
      const group = groups.get(`${row.email} ${row.currency}`) ?? [];
      const sum = (of: (order: MadeOrder) => number) => group.reduce((total, order) => total + of(order), 0);
      expect(row).toMatchObject({
        orders: String(group.length),
        spent: money(
          sum(({ total }) => total),
          row.currency ?? '',
        ),
        refunded: money(
          sum((order) => refundedAt(order, asOfMs)),
          row.currency ?? '',
        ),
      });
      const times = group.map(({ placedMs }) => Math.floor(placedMs / 1_000) * 1_000).sort((a, b) => a - b);
      expect(Date.parse(row.first_order ?? '')).toBe(times[0]);
      expect(Date.parse(row.last_order ?? '')).toBe(times.at(-1));
    }
  });

  test('inventory says what was sold and held', async () => {
    const asOfMs = at();
    const rows = await rowsOf({ kind: 'inventory', zone, asOfMs });
    const units = (orders: readonly MadeOrder[], variant: VariantId) =>
      orders
        .flatMap(({ lines }) => lines)
        .reduce((sum, line) => sum + (line.variantId === toUuid(variant) ? line.quantity : 0), 0);
    const sold = book.filter(({ paidMs }) => isIn(paidMs, asOfMs));
    const open = book.filter(
      ({ placedMs, paidMs, closed }) =>
        placedMs <= asOfMs &&
        !(paidMs !== null && paidMs <= asOfMs) &&
        !(closed !== null && closed.ms <= asOfMs),
    );
    const held = open.filter(({ expiresMs }) => expiresMs > asOfMs);
    const over = open.filter(({ expiresMs }) => expiresMs <= asOfMs);
    for (const [at, id] of variantIds.entries()) {
      expect(rows.find(({ variant }) => variant === id)).toMatchObject({
        // What begins like a formula is told as text.
        sku: `'=SKU-${at}`,
        sold: String(units(sold, id)),
        held: String(units(held, id)),
        // Their stock was received today: in those days there was none but what lay in holds that were over.
        available: String(units(over, id) + (asOfMs > startMs + 100 * DAY ? 10 : 0)),
        price: money(1_000 + at, 'USD'),
      });
    }
  });
});

describe('what happens after it was asked for', () => {
  test('is not in it', async () => {
    const [variantId] = await makeVariants(1, 10);
    if (variantId === undefined) throw new Error('no variant');
    const place = async (quantity: number) => {
      const placed = await placeOrder(
        {
          lines: [{ variantId, quantity }],
          email: `late@${domain}`,
          shippingAddress: { name: 'A', line1: '1', city: 'B', postalCode: '1', country: 'US' },
        },
        { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
      );
      if (!placed.ok) throw new Error(placed.reason);
      return placed.value.order.id;
    };
    const pay = async (id: Awaited<ReturnType<typeof place>>) =>
      payOrder(id, { token: await orderToken(id), method: 'test_ok' });
    const held = await place(2);
    await pay(await place(3));
    const input = { from: day(Date.now() - DAY), to: day(Date.now() + DAY), format: 'csv' } as const;
    const ids = await Promise.all(
      (['inventory', 'orders'] as const).map((kind) => requestReport({ ...input, kind }, { actor: 'test' })),
    );
    await pay(held);
    await pay(await place(1));
    for (const { id } of ids) await buildWhole(id);
    const [inventory = [], orders = []] = await Promise.all(
      ids.map(async ({ id }) => parsed(await fileOf(id))),
    );
    expect(inventory.find(({ variant }) => variant === variantId)).toMatchObject({
      available: '5',
      held: '2',
      sold: '3',
    });
    const statuses = orders.filter(({ email }) => email === `late@${domain}`).map(({ status }) => status);
    expect(statuses).toEqual(['pending', 'paid']);
  });
});

describe('a file', () => {
  test('as XLSX holds what the CSV holds, numbers as numbers', async () => {
    const asOfMs = startMs + 8 * DAY;
    const [table, id] = [
      await rowsOf({ kind: 'orders', asOfMs }),
      await ask({ kind: 'orders', format: 'xlsx', asOfMs }),
    ];
    await buildWhole(id);
    const parts = readZip(await fileOf(id));
    expect([...parts.keys()].sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const [names = [], ...rows] = readSheet(xml);
    const padded = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ''])));
    expect(padded).toEqual(table);
    expect(xml).toMatch(/<c r="I2" s="[24]"><v>[\d.]+<\/v><\/c>/);
  });

  test('as PDF tells the sums and the first rows', async () => {
    const id = await ask({ kind: 'orders', format: 'pdf' });
    await buildWhole(id);
    const bytes = await fileOf(id);
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(bytes.toString('latin1').trimEnd().endsWith('%%EOF')).toBe(true);
    expect(bytes.length).toBeGreaterThan(20_000);
  });
});

describe.each(['csv', 'xlsx', 'pdf'] as const)('a build as %s', (format) => {
  const wishes = { sales: 2, orders: 3, inventory: 2, customers: 2 } as const;

  test.each(['sales', 'orders'] as const)(
    'of %s, stopped at every step and in every step, gives the very same file',
    async (kind) => {
      const asOfMs = startMs + 9 * DAY;
      const plain = await ask({ kind, format, asOfMs });
      await buildWhole(plain);
      const id = await ask({ kind, format, asOfMs });
      let steps = 0;
      for (let built = ''; built !== 'ended'; steps += 1) {
        if (steps > 500) throw new Error('it does not end');
        const before = await readRun(id);
        // Killed in its body: the work was done, and nothing of it written down.
        if (before !== null && before.status !== 'done') await takeStep(before, PACE);
        // One step, after which the process is gone: the next one knows only what was committed.
        built = await buildReport(id, { budgetMs: 0, pace: PACE });
        const after = await readRun(id);
        expect(after?.step).toBe((before?.step ?? 0) + 1);
      }
      expect(steps).toBeGreaterThan(wishes[kind] + 2);
      const [a, b] = await Promise.all([fileOf(plain), fileOf(id)]);
      // A PDF says when it was made.
      if (format === 'pdf') expect(Math.abs(a.length - b.length)).toBeLessThan(64);
      else expect(b.equals(a)).toBe(true);
      expect(await leftovers(id)).toEqual({ sums: 0, drafts: 0 });
    },
  );
});

async function leftovers(id: ReportId): Promise<{ sums: number; drafts: number }> {
  const [row] = await query<{ sums: number; drafts: number }>(
    'report_leftovers',
    `select (select count(*)::int from report_sums where report_id = $1::uuid) as sums,
       (select count(*)::int from files f join reports r on r.draft_id = f.id where r.id = $1::uuid and f.hash is null) as drafts`,
    [toUuid(id)],
  );
  return row ?? { sums: -1, drafts: -1 };
}

describe('several builders', () => {
  test('of one report make one file, without a row lost or doubled', async () => {
    const asOfMs = startMs + 9 * DAY;
    const expected = await rowsOf({ kind: 'orders', asOfMs });
    const id = await ask({ kind: 'orders', asOfMs });
    const builder = async () => {
      for (let built = ''; built !== 'ended'; ) built = await buildReport(id, { budgetMs: 20, pace: PACE });
    };
    await Promise.all([builder(), builder(), builder()]);
    expect(parsed(await fileOf(id))).toEqual(expected);
  });

  test('of whom one was paused past its lock cannot write', async () => {
    const id = await ask({ kind: 'orders', asOfMs: startMs + 9 * DAY });
    await buildReport(id, { budgetMs: 0, pace: PACE });
    const run = await readRun(id);
    if (run === null) throw new Error('no run');
    const stale = await takeFence(`report:${id}`);
    await takeFence(`report:${id}`);
    const { statements, ...next } = await takeStep(run, PACE);
    const late = { ...next, id: toUuid(id), step: run.step, fence: stale };
    await expect(
      atomically([sql`select advance_report(${JSON.stringify(late)}::jsonb)`, ...statements]),
    ).rejects.toMatchObject({ constraint: 'reports_step_check' });
    const fence = await takeFence(`report:${id}`);
    const overtaken = { ...late, fence, step: run.step - 1 };
    await expect(
      atomically([sql`select advance_report(${JSON.stringify(overtaken)}::jsonb)`, ...statements]),
    ).rejects.toMatchObject({ constraint: 'reports_step_check' });
    expect((await readRun(id))?.step).toBe(run.step);
  });
});

describe('a report', () => {
  test('that failed says why, and goes on where it stopped when it is built again', async () => {
    const id = await ask({ kind: 'orders', asOfMs: startMs + 9 * DAY });
    for (let step = 0; step < 4; step += 1) await buildReport(id, { budgetMs: 0, pace: PACE });
    const before = await findReport(id, REPORT_KINDS);
    await failReport(id, explainFailure(new Error('secret inside')));
    const failed = await findReport(id, REPORT_KINDS);
    expect(failed).toMatchObject({ status: 'failed', progress: before?.progress });
    expect(failed?.failure).toMatch(/went wrong on our side/);
    expect(failed?.failure).not.toContain('secret');
    expect(failed).not.toHaveProperty('downloadUrl');
    await buildReport(id, { budgetMs: 0, pace: PACE });
    const again = await findReport(id, REPORT_KINDS);
    expect(again).toMatchObject({ status: 'running' });
    expect(again).not.toHaveProperty('failure');
    expect(again?.progress.done).toBeGreaterThan(before?.progress.done ?? 0);
    await buildWhole(id);
    await failReport(id, 'too late');
    expect(await findReport(id, REPORT_KINDS)).toMatchObject({
      status: 'done',
      downloadUrl: `/api/admin/reports/${id}/file`,
    });
  });

  test('is found only among the kinds that one may see, and listed newest first', async () => {
    const ids: ReportId[] = [];
    for (const kind of ['sales', 'orders', 'sales'] as const) ids.push(await ask({ kind }));
    const [first, second, third] = ids;
    if (first === undefined) throw new Error('no report');
    expect(await findReport(first, ['orders'])).toBeNull();
    const page = await listReports({ kinds: ['sales'], limit: 100 });
    const own = page.items.map(({ id }) => id).filter((id) => ids.includes(id));
    expect(own).toEqual([third, first]);
    expect(own).not.toContain(second);
  });

  test('that nobody builds is asked for again, and after a day it has failed', async () => {
    const [stuck, old] = [await ask({ kind: 'sales' }), await ask({ kind: 'sales' })];
    await atomically([
      sql`update reports set progressed_at = now() - interval '11 minutes' where id = ${toUuid(stuck)}::uuid`,
      sql`update reports set created_at = now() - interval '25 hours' where id = ${toUuid(old)}::uuid`,
    ]);
    const countEvents = async () => {
      const [row] = await query<{ count: number }>(
        'report_events',
        `select count(*)::int as count from outbox where data ->> 'reportId' = $1`,
        [stuck],
      );
      return row?.count ?? 0;
    };
    const before = await countEvents();
    await resumeReports();
    await resumeReports();
    expect((await countEvents()) - before).toBe(1);
    expect(await findReport(old, REPORT_KINDS)).toMatchObject({ status: 'failed' });
  });

  test('is forgotten with its file after 30 days', async () => {
    const [id, kept] = [await ask({ kind: 'sales' }), await ask({ kind: 'sales' })];
    for (const each of [id, kept]) await buildWhole(each);
    const age = (each: ReportId, days: number) =>
      atomically([
        sql`update reports set created_at = now() - make_interval(days => ${days}::int) where id = ${toUuid(each)}::uuid`,
      ]);
    await age(id, 31);
    await age(kept, 29);
    await forgetOldReports();
    expect(await findReport(id, REPORT_KINDS)).toBeNull();
    expect(await findReportFile(kept)).not.toBeNull();
    const names = await query('file_names_of', 'select 1 from file_names where name like $1', [`%${id}%`]);
    expect(names).toEqual([]);
  });
});
