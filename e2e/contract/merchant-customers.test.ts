import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { makeApiKey } from '@/e2e/support/api-keys';
import { expectAudited } from '@/e2e/support/audit';
import { checkout, pay } from '@/e2e/support/buyer';
import { call, callAsOwner, read, refused } from '@/e2e/support/client';
import { collectPages } from '@/e2e/support/collect-pages';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { freshEmail, freshKey, freshWord } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeVariant, usd } from '@/e2e/support/product';
import {
  merchantOrderShape,
  merchantOrderWithTimelineShape,
  moneyShape,
  type Order,
  orderShape,
} from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

const CUSTOMERS = '/api/admin/customers';
const customerShape = z.strictObject({
  id: z.string().regex(/^cust_[0-9a-f]{32}$/),
  email: z.string(),
  name: z.string().nullable(),
  registered: z.boolean(),
  orderCount: z.number().int(),
  spent: z.array(moneyShape),
  firstOrderAt: z.string().nullable(),
  lastOrderAt: z.string().nullable(),
  tags: z.array(z.string()),
});
const noteShape = z.strictObject({
  id: z.string().regex(/^note_[0-9a-f]{32}$/),
  at: z.string(),
  actor: z.string(),
  actorName: z.string().nullable(),
  text: z.string(),
});
const withOrders = customerShape.extend({
  orders: z.array(merchantOrderShape),
  notes: z.array(noteShape),
  addresses: z.array(z.looseObject({ name: z.string(), line1: z.string(), country: z.string() })),
});

async function order(email: string, variantId: string, isPaid = false): Promise<Order> {
  const placed = read(await checkout({ email, lines: [{ variantId, quantity: 1 }] }), 201, orderShape);
  if (isPaid) await pay(placed, 'test_ok');
  return placed;
}
const find = (query: string, limit = 100) =>
  collectPages(CUSTOMERS, customerShape, { as: shop.ownerKey, query: { query }, limit });
const see = async (id: string) => read(await callAsOwner('GET', `${CUSTOMERS}/${id}`), 200, withOrders);
const erase = (id: string) => callAsOwner('POST', `${CUSTOMERS}/${id}/erase`);

describe('a customer', () => {
  test('is one however they write their address, with all their orders and what they spent', async () => {
    const variantId = await makeVariant({ price: usd(1_000), stock: 100 });
    const email = freshEmail();
    const [one, two] = [
      await order(email, variantId, true),
      await order(email.toUpperCase(), variantId, true),
    ];
    const three = await order(email, variantId);
    await callAsOwner('POST', `/api/admin/orders/${two.id}/refund`, {
      json: { amount: 300, restock: false, reason: 'r' },
      key: freshKey(),
    });
    const [customer, ...others] = await find(email.slice(0, -4).toUpperCase());
    expect(others).toEqual([]);
    expect(customer).toMatchObject({
      registered: false,
      name: 'Ada Buyer',
      orderCount: 3,
      spent: [usd(one.total.amount + two.total.amount - 300)],
      firstOrderAt: one.createdAt,
      lastOrderAt: three.createdAt,
    });
    const seen = await see(customer?.id ?? '');
    expect(seen.orders.map(({ id }) => id)).toEqual([three.id, two.id, one.id]);
    expect(seen).toMatchObject({ ...customer });
  });

  test('list pages to the end, last one first, no gap and no double', async () => {
    const variantId = await makeVariant({ stock: 100 });
    const word = freshWord();
    const emails = ['a', 'b', 'c', 'd', 'e'].map((letter) => `${word}-${letter}@example.com`);
    for (const email of emails) await order(email, variantId);
    // Who orders once more is first again.
    await order(emails[1] ?? '', variantId);
    const expected = [1, 4, 3, 2, 0].map((index) => emails[index]);
    for (const limit of [1, 2, 5, 100])
      expect(
        (await find(word, limit)).map(({ email }) => email),
        `limit ${limit}`,
      ).toEqual(expected);
    expect(await find(`${word}%`)).toEqual([]);
    const newest = read(
      await callAsOwner('GET', `${CUSTOMERS}?limit=100`),
      200,
      z.object({ items: z.array(customerShape) }),
    );
    expect(newest.items.map(({ email }) => email)).toContain(emails[0]);
  });

  test('is none of whom nobody has heard', async () => {
    for (const id of [`cust_${'0'.repeat(32)}`, 'nonsense']) {
      refused(await callAsOwner('GET', `${CUSTOMERS}/${id}`), 404, 'customer-not-found');
      refused(await erase(id), 404, 'customer-not-found');
    }
  });
});

describe('erasing a customer', () => {
  test('takes the person out of everything, and leaves the books', async () => {
    const variantId = await makeVariant({ price: usd(1_000), stock: 100 });
    const email = freshEmail();
    const [paid, pending] = [await order(email, variantId, true), await order(email, variantId)];
    const other = await order(freshEmail(), variantId);
    const key = freshKey();
    const path = `/api/admin/orders/${paid.id}/fulfil`;
    expect((await callAsOwner('POST', path, { key })).text).toContain(email);
    const { id } = first(await find(email));

    const answer = await erase(id);
    expect(answer.body).toEqual({ id, orderCount: 2 });
    expect(await find(email)).toEqual([]);
    refused(await callAsOwner('GET', `${CUSTOMERS}/${id}`), 404, 'customer-not-found');
    refused(await erase(id), 404, 'customer-not-found');
    for (const { id: orderId, total } of [paid, pending]) {
      const shown = await callAsOwner('GET', `/api/admin/orders/${orderId}`);
      read(shown, 200, merchantOrderWithTimelineShape);
      expect(shown.body).toMatchObject({
        total,
        email: '',
        shippingAddress: { name: '', line1: '', city: '', postalCode: '', country: 'US' },
      });
      expect(shown.text).not.toContain('Ada');
    }
    const untouched = await callAsOwner('GET', `/api/admin/orders/${other.id}`);
    expect(read(untouched, 200, merchantOrderWithTimelineShape).email).toBe(other.email);
    await expectAudited(id, 'customer.erased', { orderCount: 2, registered: false }, null);

    if (!databaseKnown) return;
    const tables = await queryDatabase(
      `select c.table_name, c.column_name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'jsonb')`,
    );
    for (const { table_name, column_name } of tables) {
      const found = await queryDatabase(
        `select 1 from "${table_name}" where lower("${column_name}"::text) like '%' || $1 || '%' limit 1`,
        [email],
      );
      expect(found, `${table_name}.${column_name}`).toEqual([]);
    }
  });

  test('who comes back afterwards is somebody new', async () => {
    const variantId = await makeVariant({ stock: 100 });
    const email = freshEmail();
    await order(email, variantId);
    const before = first(await find(email));
    await erase(before.id);
    const again = await order(email, variantId);
    const after = first(await find(email));
    expect(after).toMatchObject({ orderCount: 1, firstOrderAt: again.createdAt });
    expect(after.id).not.toBe(before.id);
  });

  test('is asked for by two at once and done once', async () => {
    const email = freshEmail();
    await order(email, await makeVariant({ stock: 10 }));
    const { id } = first(await find(email));
    const statuses = (await Promise.all([erase(id), erase(id), erase(id)])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 404, 404]);
  });

  test('is not for those who only look', async () => {
    const viewer = await makeApiKey('viewer');
    const path = `${CUSTOMERS}/cust_${'0'.repeat(32)}/erase`;
    refused(await call('POST', path, { as: viewer.key }), 403, 'forbidden');
  });
});
