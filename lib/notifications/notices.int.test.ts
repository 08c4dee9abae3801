import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { adjustStock } from '@/lib/inventory/adjust-stock';
import { listStockLines } from '@/lib/inventory/list-stock-lines';
import { markLowStock } from '@/lib/inventory/mark-low-stock';
import { newId, parseId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { placeOrder } from '@/lib/orders/place-order';
import { getLowStockThreshold } from '@/lib/shop/get-low-stock-threshold';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { closeMail } from './close-mail';
import { sendNotice } from './send-notice';
import { type MailSink, startMailSink } from './testing/mail-sink';

// A stack of its own: what is low is looked for in all there is, and every owner hears of it.
let stack: TestStack;
let sink: MailSink;
const owners = ['ann@example.com', 'bea@example.com'];

beforeAll(async () => {
  stack = await startTestStack();
  Object.assign(process.env, stack.env);
  sink = await startMailSink();
  const insert = (email: string, role: string, isGone = false) =>
    sql`insert into staff (id, email, name, role, disabled_at)
        values (${toUuid(newId('staff'))}::uuid, ${email}, 'Somebody', ${role}, ${isGone ? new Date().toISOString() : null}::timestamptz)`;
  await atomically([
    sql`delete from staff`,
    ...owners.map((email) => insert(email, 'owner')),
    insert('max@example.com', 'manager'),
    insert('gone@example.com', 'owner', true),
  ]);
}, 60_000);

beforeEach(() => atomically([sql`delete from outbox`]));

afterAll(async () => {
  closeMail();
  sink.stop();
  await closeDatabase();
  await stack.stop();
});

const subjectsOf = (email: string) => sink.received(email).map(({ subject }) => subject);

describe('a notice', () => {
  test('goes to every owner, once an occasion, and to nobody else', async () => {
    const notice = {
      kind: 'job-failed',
      name: 'doorbuster-x',
      run: 'r1',
      error: 'Error: <b>no</b>',
    } as const;
    expect(await sendNotice(notice, 'doorbuster-x:2026-11-22T10')).toBe('sent');
    expect(await sendNotice({ ...notice, run: 'r2' }, 'doorbuster-x:2026-11-22T10')).toBe('already-sent');
    expect(await sendNotice({ ...notice, run: 'r3' }, 'doorbuster-x:2026-11-22T11')).toBe('sent');
    for (const owner of owners) expect(sink.received(owner)).toHaveLength(2);
    for (const other of ['max@example.com', 'gone@example.com']) expect(sink.received(other)).toEqual([]);
    expect(sink.received('ann@example.com')[0]?.html).toContain('&lt;b&gt;no&lt;/b&gt;');
    expect(sink.received('ann@example.com')[0]?.text).toContain('Run: r3');
  });

  test('of broken books names the faults, fifty at most', async () => {
    const faults = Array.from({ length: 60 }, (_, at) => ({
      what: 'odd',
      subject: `s${at}`,
      expected: '1',
      found: '2',
    }));
    await sendNotice({ kind: 'books-broken', faults }, '2026-11-22');
    expect(subjectsOf('ann@example.com')[0]).toMatch(/have 60 faults$/);
    const { text = '' } = sink.received('ann@example.com')[0] ?? {};
    expect(text).toContain('odd: s49 (expected 1, found 2)');
    expect(text).not.toContain('s50');
    expect(text).toContain('and 10 more');
  });

  test('of a webhook says where it went and that it is off', async () => {
    await sendNotice({ kind: 'webhook-disabled', url: 'https://tools.example', days: 3 }, 'evt_1');
    expect(sink.received('bea@example.com')[0]?.text).toContain('https://tools.example');
  });
});

describe('low stock', () => {
  async function sell(variantId: VariantId, quantity: number) {
    const placed = await placeOrder(
      {
        lines: [{ variantId, quantity }],
        email: 'ada@example.com',
        shippingAddress: {
          name: 'Ada',
          line1: '1 Main St',
          city: 'Springfield',
          postalCode: '12345',
          country: 'US',
        },
      },
      { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
    );
    if (!placed.ok) throw new Error(placed.reason);
  }

  async function announced(): Promise<VariantId[]> {
    const rows = await query<{ id: string }>(
      'test_low_stock',
      `select jsonb_array_elements_text(data -> 'variantIds') as id from outbox where name = 'inventory/stock.low' order by 1`,
      [],
    );
    return rows.flatMap(({ id }) => parseId('var', id) ?? []);
  }

  test('is announced once a fall, and again after it was filled up and fell once more', async () => {
    const threshold = await getLowStockThreshold();
    const variant = await makeOffer({ stock: threshold + 3, lanes: 3 });
    await sell(variant, 2);
    expect(await markLowStock()).toBe(0);
    await sell(variant, 1);
    expect(await markLowStock()).toBe(1);
    expect(await announced()).toEqual([variant]);
    await sell(variant, 1);
    expect(await markLowStock()).toBe(0);

    await adjustStock(variant, { delta: 10, reason: 'second printing' }, { actor: 'test' });
    expect(await markLowStock()).toBe(0);
    await sell(variant, 9);
    expect(await markLowStock()).toBe(1);
    expect(await announced()).toEqual([variant, variant]);
  });

  test('is no news where there only ever were few, and a hold that comes and goes is no filling up', async () => {
    const threshold = await getLowStockThreshold();
    const few = await makeOffer({ stock: 1 });
    const held = await makeOffer({ stock: threshold + 1 });
    const uncounted = await makeOffer({ stock: null });
    expect(await markLowStock()).toBe(0);
    await sell(held, 1);
    await sell(uncounted, 50);
    expect(await markLowStock()).toBe(1);
    await atomically([
      sql`update orders set expires_at = now() - interval '1 minute' where status = 'pending'`,
    ]);
    await query('test_release', 'select release_due_holds(1000)', []);
    expect(await markLowStock()).toBe(0);
    await sell(held, 1);
    expect(await markLowStock()).toBe(0);
    expect(await announced()).toEqual([held]);
    await sell(few, 1);
    expect(await markLowStock()).toBe(1);
  });

  test('is told with what is left, fewest first', async () => {
    const [more, less] = [await makeOffer({ stock: 4 }), await makeOffer({ stock: 2 })];
    const lines = await listStockLines([more, less]);
    expect(lines.map(({ sku, available }) => [sku, available])).toEqual([
      [less, 2],
      [more, 4],
    ]);
    await sendNotice({ kind: 'low-stock', threshold: 5, lines }, 'evt_2');
    const [mail] = sink.received('ann@example.com');
    expect(mail?.subject).toMatch(/^2 things are running low/);
    expect(mail?.text).toContain(`A thing (${less}): 2 left`);
  });
});
