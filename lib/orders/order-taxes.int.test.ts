import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { sellIn } from '@/db/testing/sell-in';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { forget } from '@/lib/platform/cache';
import { placeOrder } from './place-order';
import { findPrintedOrder, printInvoice } from './print-order';

/** A country of these tests' own. Its reduced rate is that of the other class. */
const COUNTRY = 'LI';
const zone = toUuid(newId('zone'));
const code = `TAX${newId('req').slice(-8)}`;
const address = { name: 'Ada', line1: '1 Gasse', city: 'Vaduz', postalCode: '9490', country: COUNTRY };

const taxAt = (taxClass: string, ppm: number, included: boolean) =>
  sql`insert into tax_rates (id, country, tax_class, name, rate_ppm, included, applies_to_shipping)
      values (${toUuid(newId('tax'))}::uuid, ${COUNTRY}, ${taxClass}, ${taxClass}, ${ppm}::int, ${included}::boolean, true)`;
const noTax = sql`delete from tax_rates where country = ${COUNTRY}`;

/** The place's rates, as they are from now on. */
const taxesAre = (standard: number, reduced: number, included: boolean) =>
  atomically([noTax, taxAt('standard', standard, included), taxAt('exempt', reduced, included)]);

beforeAll(async () => {
  await sellIn('EUR', 'JPY', 'KWD');
  const rate = (currency: string, price: number) =>
    sql`insert into shipping_rates (id, zone_id, code, title, currency, price_minor)
        values (${toUuid(newId('rate'))}::uuid, ${zone}::uuid, 'standard', 'standard', ${currency}, ${price}::bigint)`;
  await atomically([
    sql`insert into shipping_zones (id, name) values (${zone}::uuid, 'Liechtenstein')`,
    sql`insert into shipping_zone_countries (country, zone_id) values (${COUNTRY}, ${zone}::uuid)`,
    ...[rate('EUR', 695), rate('JPY', 5), rate('KWD', 1_755)],
    sql`insert into discounts (id, code, kind, rate_ppm) values (${toUuid(newId('disc'))}::uuid, ${code}, 'percentage', 70000)`,
  ]);
  forget('shop:settings');
});

afterAll(async () => {
  await atomically([noTax, sql`delete from shipping_zones where id = ${zone}::uuid`]);
  await closeDatabase();
});

async function makeTaxed(taxClass: 'standard' | 'exempt', currency: string, price: number) {
  const id = await makeOffer();
  await atomically([
    sql`update offers set currency = ${currency}, price_minor = ${price}::bigint, tax_class = ${taxClass}
        where variant_id = ${toUuid(id)}::uuid`,
  ]);
  return id;
}

async function buy(
  currency: string,
  ids: readonly VariantId[],
  more: { readonly discountCode?: string } = {},
) {
  const placed = await placeOrder(
    {
      lines: ids.map((variantId) => ({ variantId, quantity: 3 })),
      email: `${newId('req')}@example.com`,
      shippingAddress: address,
      currency,
      ...more,
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const order = await findPrintedOrder(placed.value.order.id);
  if (order === null) throw new Error('The order is not there.');
  const sum = (of: 'net' | 'tax' | 'taxIncluded') =>
    order.taxes.reduce((total, part) => total + part[of].amount, 0);
  expect(sum('tax')).toBe(order.tax.amount);
  expect(sum('taxIncluded')).toBe(order.taxIncluded.amount);
  expect(sum('net') + sum('tax') + sum('taxIncluded')).toBe(order.total.amount);
  return order;
}

type Bought = Awaited<ReturnType<typeof buy>>;
const told = ({ taxes }: Bought) =>
  taxes.map(({ ratePpm, net, tax, taxIncluded }) => [ratePpm, net.amount, tax.amount, taxIncluded.amount]);

it('two rates in one order: each has its net and its tax, and the shipping’s is with its own', async () => {
  await taxesAre(200_000, 55_000, true);
  const goods = [await makeTaxed('standard', 'EUR', 1_999), await makeTaxed('exempt', 'EUR', 777)];
  const order = await buy('EUR', goods, { discountCode: code });
  // 5997 and 2331 less 420 and 163 of the code; 695 of shipping has 116 in it.
  expect(told(order)).toEqual([
    [200_000, 4_647 + 579, 0, 930 + 116],
    [55_000, 2_055, 0, 113],
  ]);
  expect((await printInvoice(order)).byteLength).toBeGreaterThan(1_000);

  await taxesAre(81_000, 26_000, false);
  expect(told(await buy('EUR', goods))).toEqual([
    [81_000, 5_997 + 695, 486 + 56, 0],
    [26_000, 2_331, 61, 0],
  ]);
});

it('in currencies without decimals and with three, to the minor unit', async () => {
  await taxesAre(100_000, 80_000, true);
  expect(
    told(await buy('JPY', [await makeTaxed('standard', 'JPY', 333), await makeTaxed('exempt', 'JPY', 77)])),
  ).toEqual([
    [100_000, 908, 0, 91],
    [80_000, 214, 0, 17],
    // 5 yen have no tax in them at either rate.
    [null, 5, 0, 0],
  ]);
  await taxesAre(50_000, 25_000, false);
  expect(
    told(await buy('KWD', [await makeTaxed('standard', 'KWD', 1_337), await makeTaxed('exempt', 'KWD', 1)])),
  ).toEqual([
    [50_000, 4_011 + 1_755, 201 + 88, 0],
    [25_000, 3, 0, 0],
  ]);
});

it('where the shipping’s rate cannot be told for sure, its tax stands alone', async () => {
  await taxesAre(200_000, 55_000, true);
  const reduced = await makeTaxed('exempt', 'EUR', 1_000);
  expect(told(await buy('EUR', [reduced]))).toEqual([
    [55_000, 2_844, 0, 156],
    [null, 579, 0, 116],
  ]);
  // One yen on five is what 13 % come to, and 20 %.
  await taxesAre(200_000, 130_000, false);
  const [standard, other] = [await makeTaxed('standard', 'JPY', 100), await makeTaxed('exempt', 'JPY', 100)];
  const alone = [null, 5, 1, 0];
  expect(told(await buy('JPY', [standard, other]))).toEqual([
    [200_000, 300, 60, 0],
    [130_000, 300, 39, 0],
    alone,
  ]);
  expect(told(await buy('JPY', [other]))).toEqual([[130_000, 300, 39, 0], alone]);
  expect(told(await buy('JPY', [standard]))).toEqual([[200_000, 305, 61, 0]]);
});

it('an order that nothing is taxed in has its net, and a shipping without tax no rate', async () => {
  await atomically([noTax]);
  expect(told(await buy('EUR', [await makeTaxed('standard', 'EUR', 1_000)]))).toEqual([
    [0, 3_000, 0, 0],
    [null, 695, 0, 0],
  ]);
});

it('what an order tells does not follow the rates of today', async () => {
  await taxesAre(200_000, 55_000, true);
  const order = await buy('EUR', [await makeTaxed('standard', 'EUR', 1_000)]);
  await taxesAre(190_000, 70_000, true);
  const [row] = await query<{ taxes: string }>('test_taxes', 'select order_taxes($1::uuid)::text as taxes', [
    toUuid(order.id),
  ]);
  expect(JSON.parse(row?.taxes ?? '')).toEqual([{ ratePpm: 200_000, net: 3_079, tax: 0, taxIncluded: 616 }]);
});
