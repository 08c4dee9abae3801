import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeApiKey } from '@/e2e/support/api-keys';
import { pay, placeOrder } from '@/e2e/support/buyer';
import { call, callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { reportShape } from '@/e2e/support/dashboard-shapes';
import { freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

const PATH = '/api/admin/reports';
/** A report is built by a job, two at a time, and the machine may be busy. */
const PATIENCE_MS = 120_000;

const queuedShape = z.object({
  id: z.string().regex(/^rep_[0-9A-Za-z-]{20,40}$/),
  status: z.literal('queued'),
});
type Report = z.infer<typeof reportShape>;

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** Yesterday to tomorrow: midnight may pass while the tests run. */
const days = () => ({ from: day(Date.now() - 86_400_000), to: day(Date.now() + 86_400_000) });
const body = (wishes: Record<string, unknown> = {}) => ({
  kind: 'orders',
  format: 'csv',
  ...days(),
  ...wishes,
});
const request = (wishes: Record<string, unknown> = {}, options = {}) =>
  callAsOwner('POST', PATH, { json: body(wishes), ...options });
const see = async (id: string): Promise<Report> =>
  read(await callAsOwner('GET', `${PATH}/${id}`), 200, reportShape);

/** Waits until it is done, and sees on the way that it only moves forward. */
async function done(id: string): Promise<Report> {
  let before = 0;
  return eventually(`${id} is done`, PATIENCE_MS, async () => {
    const report = await see(id);
    if (report.status === 'failed') throw new Error(JSON.stringify(report));
    expect(report.progress.done).toBeGreaterThanOrEqual(before);
    expect(report.progress.done).toBeLessThanOrEqual(report.progress.total);
    before = report.progress.done;
    return report.status === 'done' ? report : undefined;
  });
}

async function download(report: Report, headers: Record<string, string> = {}): Promise<Response> {
  expect(report.downloadUrl).toBeTypeOf('string');
  return fetch(new URL(report.downloadUrl ?? '', shop.url), {
    headers: { authorization: `Bearer ${shop.ownerKey}`, ...headers },
  });
}

async function built(wishes: Record<string, unknown> = {}): Promise<Report> {
  return done(read(await request(wishes), 202, queuedShape).id);
}

/** The rows of a CSV without line breaks in its cells, as objects. */
function rowsOf(text: string): Record<string, string>[] {
  const [names = '', ...lines] = text.trimEnd().split('\n');
  const keys = names.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [keys[at] ?? '', cell])));
}

describe('a report', { timeout: PATIENCE_MS * 2 }, () => {
  test('of orders lists what was sold, with its money as decimals', async () => {
    const variantId = first(
      (await makeProduct({ stock: 20, price: { amount: 1_999, currency: 'USD' } })).variants,
    ).id;
    const pending = await placeOrder(variantId, 2);
    const paid = await placeOrder(variantId, 3);
    expect((await pay(paid, 'test_ok')).status).toBe(200);
    const answer = await download(await built());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv\b/);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="orders-[\d-]+\.csv"$/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toMatch(/no-store|private/);
    const rows = rowsOf(await answer.text());
    const find = (id: string) => rows.find(({ order }) => order === id);
    expect(find(pending.id)).toMatchObject({
      status: 'pending',
      units: '2',
      currency: 'USD',
      subtotal: '39.98',
    });
    expect(find(paid.id)).toMatchObject({ status: 'paid', units: '3', email: paid.email, subtotal: '59.97' });
    expect(find(paid.id)?.total).toBe((paid.total.amount / 100).toFixed(2));
  });

  test('of sales, inventory and customers tells of a new sale', async () => {
    const product = await makeProduct({ stock: 20 });
    const { id: variantId } = first(product.variants);
    const held = await placeOrder(variantId, 4);
    expect(held.status).toBe('pending');
    const paid = await placeOrder(variantId, 5);
    expect((await pay(paid, 'test_ok')).status).toBe(200);
    const reports = await Promise.all(['sales', 'inventory', 'customers'].map((kind) => built({ kind })));
    const [sales = [], inventory = [], customers = []] = await Promise.all(
      reports.map(async (report) => rowsOf(await (await download(report)).text())),
    );
    const sum = (key: string) => sales.reduce((total, row) => total + Number(row[key]), 0);
    expect(sum('units')).toBeGreaterThanOrEqual(5);
    expect(sum('total')).toBeCloseTo(sum('gross') - sum('discounts') + sum('shipping') + sum('tax'), 2);
    expect(sum('net')).toBeCloseTo(sum('total') - sum('refunds'), 2);
    expect(inventory.find(({ variant }) => variant === variantId)).toMatchObject({
      available: '11',
      held: '4',
      sold: '5',
    });
    const buyer = customers.find(({ email }) => email === paid.email.toLowerCase());
    expect(buyer).toMatchObject({ orders: '1', spent: (paid.total.amount / 100).toFixed(2) });
    expect(customers.some(({ email }) => email === held.email.toLowerCase())).toBe(false);
  });

  test.each([
    ['xlsx', /^application\/vnd\.openxmlformats/, 'PK'],
    ['pdf', /^application\/pdf/, '%PDF'],
  ])('as %s is such a file', async (format, type, magic) => {
    const answer = await download(await built({ kind: 'inventory', format }));
    expect(answer.headers.get('content-type')).toMatch(type);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic);
    // Whole: its tag is the SHA-256 of its bytes.
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(answer.headers.get('etag')).toBe(`"${hash}"`);
  });

  test('is downloaded in parts by whoever lost the connection', async () => {
    const report = await built({ kind: 'inventory' });
    const whole = Buffer.from(await (await download(report)).arrayBuffer());
    const middle = Math.floor(whole.length / 2);
    const head = await download(report, { range: `bytes=0-${middle - 1}` });
    const tail = await download(report, {
      range: `bytes=${middle}-`,
      'if-range': head.headers.get('etag') ?? '',
    });
    expect([head.status, tail.status]).toEqual([206, 206]);
    expect(tail.headers.get('content-range')).toBe(`bytes ${middle}-${whole.length - 1}/${whole.length}`);
    const parts = await Promise.all([head, tail].map(async (part) => Buffer.from(await part.arrayBuffer())));
    expect(Buffer.concat(parts).equals(whole)).toBe(true);
    const beyond = await download(report, { range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    const asHead = await call('HEAD', report.downloadUrl ?? '', { as: shop.ownerKey });
    expect([asHead.status, asHead.text]).toEqual([200, '']);
  });

  test('is for those who may see what is in it', async () => {
    const { key: support } = await makeApiKey('support');
    const { key: viewer } = await makeApiKey('viewer');
    const sales = await built({ kind: 'sales' });
    const file = sales.downloadUrl ?? '';
    refused(await call('GET', file), 401, 'unauthenticated');
    refused(await call('GET', file, { as: support }), 404, 'report-not-found');
    refused(await call('GET', `${PATH}/${sales.id}`, { as: support }), 404, 'report-not-found');
    expect((await call('GET', file, { as: viewer })).status).toBe(200);
    refused(await request({ kind: 'sales' }, { as: support }), 403, 'forbidden');
    refused(await request({}, { as: viewer }), 403, 'forbidden');
    const orders = await request({ kind: 'orders' }, { as: support });
    await done(read(orders, 202, queuedShape).id);
  });
});

describe('asking for a report', () => {
  test('twice under one key asks once', async () => {
    const key = freshKey();
    const json = body();
    const [one, two] = [await request(json, { key }), await request(json, { key })];
    expect(read(two, 202, queuedShape).id).toBe(read(one, 202, queuedShape).id);
    expect(two.headers.get('idempotency-replayed')).toBe('true');
    refused(await request({ ...json, kind: 'sales' }, { key }), 422, 'idempotency-key-reused');
  });

  test.each([
    [{ from: '2026-11-02', to: '2026-11-01' }, 'to'],
    [{ from: '2020-01-01', to: '2026-01-01' }, 'to'],
    [{ from: '2026-02-29' }, 'from'],
    [{ from: '27.11.2026' }, 'from'],
    [{ to: '1999-01-01' }, 'to'],
    [{ to: null }, 'to'],
    [{ kind: 'secrets' }, 'kind'],
    [{ format: 'exe' }, 'format'],
  ])('with %j is refused', async (wishes, path) => {
    invalid(await request(wishes), path);
  });

  test('is listed newest first; what there is not is not found', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(read(await request(), 202, queuedShape).id);
    const page = await callAsOwner('GET', `${PATH}?limit=2`);
    const { items, nextCursor } = read(
      page,
      200,
      z.object({ items: z.array(reportShape), nextCursor: z.string() }),
    );
    expect(items).toHaveLength(2);
    const next = await callAsOwner('GET', `${PATH}?limit=100&cursor=${nextCursor}`);
    const rest = read(next, 200, z.object({ items: z.array(reportShape) })).items;
    const all = [...items, ...rest].map(({ id }) => id);
    expect(all.filter((id) => ids.includes(id))).toEqual(ids.toReversed());
    invalid(await callAsOwner('GET', `${PATH}?cursor=nonsense`), 'cursor');
    const nothing = `${PATH}/rep_${'0'.repeat(32)}`;
    refused(await callAsOwner('GET', nothing), 404, 'report-not-found');
    refused(await callAsOwner('GET', `${nothing}/file`), 404, 'report-not-found');
    refused(await callAsOwner('GET', `${PATH}/nonsense`), 404, 'report-not-found');
    refused(await callAsOwner('DELETE', PATH), 405, 'method-not-allowed');
  });
});
