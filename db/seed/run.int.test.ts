import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase, query } from '@/db/client';
import { deleteProduct } from '@/lib/catalog/delete-product';
import { listProductsForMerchant } from '@/lib/catalog/merchant-products';
import { findCollection, findProductBySlug, listProducts } from '@/lib/catalog/queries';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { demoCollections, demoProducts } from './catalog';
import type { DemoProduct } from './demo-product';
import { seedIfEmpty } from './run';

let stack: TestStack;
const toCome = demoCollections.find(({ opensInDays }) => opensInDays !== undefined) ?? { slug: '' };

beforeAll(async () => {
  // A database of its own: an empty one is what this is about.
  stack = await startTestStack({ seed: 'none' });
  Object.assign(process.env, stack.env, {
    OWNER_EMAIL: 'owner@example.com',
    OWNER_PASSWORD: 'correct horse',
  });
  delete process.env.SEED;
});

afterAll(async () => {
  await closeDatabase();
  await stack.stop();
});

test('an empty database gets the owner and the demo shop, once, in seconds', async () => {
  const startedAt = performance.now();
  const results = await Promise.all([seedIfEmpty(), seedIfEmpty()]);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  expect(results.sort()).toEqual(['already-filled', 'seeded']);
  expect(await seedIfEmpty()).toBe('already-filled');
  const staff = await query('test_staff', 'select email, role from staff', []);
  expect(staff).toEqual([{ email: 'owner@example.com', role: 'owner' }]);
});

test('the demo shop shows what its catalog says, newest first', async () => {
  const { items, nextCursor } = await listProducts({ limit: 100 });
  const [open, coming] = [true, false].map((isOpen) =>
    demoProducts.filter(({ collections }) => collections.includes(toCome.slug) !== isOpen),
  ) as [DemoProduct[], DemoProduct[]];
  expect(items.map(({ slug }) => slug)).toEqual(open.map(({ slug }) => slug));
  expect(nextCursor).toBeNull();
  const collection = await findCollection(toCome.slug);
  expect(Date.parse(collection?.opensAt ?? '')).toBeGreaterThan(Date.now());
  expect(collection?.coming.map(({ title }) => title)).toEqual(coming.map(({ title }) => title));
  for (const { slug } of coming) expect(await findProductBySlug(slug)).toBeNull();
  for (const demo of open) {
    const product = await findProductBySlug(demo.slug);
    expect(product?.variants.map(({ sku, price }) => [sku, price.amount])).toEqual(
      demo.variants.map(({ sku, priceMinor }) => [sku, priceMinor]),
    );
    // What the merchant wrote is what shoppers read: nothing of it needed cleaning.
    expect(product?.descriptionHtml).toBe(demo.descriptionHtml);
  }
});

test('the year of orders balances, sells no more than there was, and is what the reports say', async () => {
  expect(await query('test_stock_books', 'select * from check_stock()', [])).toEqual([]);
  expect(await query('test_money_books', 'select * from check_money()', [])).toEqual([]);
  const [facts] = await query<Record<string, number>>(
    'test_history',
    `select
       (select count(*) from orders)::int as orders,
       (select count(distinct status) from orders)::int as kinds,
       (select count(*) from orders where created_at > now() or coalesce(paid_at, created_at) > now())::int as "fromTomorrow",
       (select count(*) from (select number > lag(number) over (order by created_at, id) as up from orders) as o
        where not up)::int as "outOfOrder",
       (select count(*) from order_contacts where email !~ '@example.(com|net|org)$')::int as strangers,
       (select count(*) from orders where customer_id is not null)::int as "ofAccounts",
       (select count(distinct currency) from orders)::int as currencies,
       (select count(distinct at::date) from sales_quarters)::int as days,
       (select sum(orders) from sales_quarters)::int - (select count(*) from orders where paid_at is not null)::int as unsold,
       (select sum(units) from sales_quarters)::int - (select sum(units) from variant_sales_daily)::int as unnamed,
       (select sum(ordered) from cart_quarters)::int - (select count(*) from orders where paid_at is not null)::int as "uncarted",
       (select count(*) from cart_quarters where ordered > carts)::int as "fromNowhere",
       (select count(*) from outbox where name like 'orders/%')::int as told`,
    [],
  );
  expect(facts).toMatchObject({
    kinds: 6,
    fromTomorrow: 0,
    outOfOrder: 0,
    strangers: 0,
    currencies: 3,
    unsold: 0,
    unnamed: 0,
    uncarted: 0,
    fromNowhere: 0,
    told: 0,
  });
  expect(facts?.orders).toBeGreaterThan(2_500);
  expect(facts?.ofAccounts).toBeGreaterThan(300);
  expect(facts?.days).toBeGreaterThan(360);
});

test('a shop whose merchant took every product away stays empty', async () => {
  const { items } = await listProductsForMerchant({ limit: 99 });
  for (const { id } of items) expect((await deleteProduct(id, { actor: 'test' })).ok).toBe(true);
  expect(await seedIfEmpty()).toBe('already-filled');
});
