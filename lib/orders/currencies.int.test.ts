import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { sellIn } from '@/db/testing/sell-in';
import { setCartCurrency } from '@/lib/cart/set-cart-currency';
import { setCartLine } from '@/lib/cart/set-cart-line';
import { newCart } from '@/lib/cart/testing/new-cart';
import { newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { forget } from '@/lib/platform/cache';
import type { Basket } from './model';
import { type PlaceOrderRequest, placeOrder } from './place-order';
import { findOrderMarket } from './queries';
import { quoteCheckout } from './quote-checkout';

/** Where these tests ship to, in a zone of their own: nobody else's tests ship there. */
const COUNTRY = 'MC';
const zone = toUuid(newId('zone'));
const address = { name: 'Ada', line1: '1 Quai', city: 'Monaco', postalCode: '98000', country: COUNTRY };
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const codes = { amount: `EUR${newId('req').slice(-8)}`, percent: `PCT${newId('req').slice(-8)}` };

beforeAll(async () => {
  await sellIn('EUR');
  const rate = (code: string, currency: string, price: number, from = 0) =>
    sql`insert into shipping_rates (id, zone_id, code, title, currency, price_minor, min_subtotal_minor)
        values (${toUuid(newId('rate'))}::uuid, ${zone}::uuid, ${code}, ${code}, ${currency}, ${price}::bigint, ${from}::bigint)`;
  await atomically([
    sql`insert into shipping_zones (id, name) values (${zone}::uuid, 'Monaco')`,
    sql`insert into shipping_zone_countries (country, zone_id) values (${COUNTRY}, ${zone}::uuid)`,
    ...[rate('standard', 'USD', 1_000), rate('standard', 'EUR', 700), rate('free', 'EUR', 0, 10_000)],
    sql`insert into tax_rates (id, country, name, rate_ppm, included, applies_to_shipping)
        values (${toUuid(newId('tax'))}::uuid, ${COUNTRY}, 'TVA', 200000, true, true)`,
    sql`insert into discounts (id, code, kind, amount_minor, currency)
        values (${toUuid(newId('disc'))}::uuid, ${codes.amount}, 'amount', 500, 'EUR')`,
    sql`insert into discounts (id, code, kind, rate_ppm)
        values (${toUuid(newId('disc'))}::uuid, ${codes.percent}, 'percentage', 100000)`,
  ]);
  forget('shop:settings');
});

afterAll(async () => {
  await atomically([
    sql`delete from shipping_zones where id = ${zone}::uuid`,
    sql`delete from tax_rates where country = ${COUNTRY}`,
  ]);
  await closeDatabase();
});

/** A variant at 12.00 USD, and at this many euro cents; null: it has no price in euro. */
async function makeVariant(euroCents: number | null): Promise<VariantId> {
  const id = await makeOffer({ priceMinor: 1_200 });
  if (euroCents !== null) {
    await atomically([
      sql`insert into offers select variant_id, 'EUR', product_id, ${euroCents}::bigint, title, sku, options, tax_class,
            weight_grams, requires_shipping, sellable
          from offers where variant_id = ${toUuid(id)}::uuid`,
    ]);
  }
  return id;
}

function place(request: Basket & Partial<PlaceOrderRequest>) {
  return placeOrder(
    { email: 'ada@example.com', shippingAddress: address, ...request },
    {
      idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) },
      holdSeconds: 600,
    },
  );
}

const quote = (variantId: VariantId, more: object = {}) =>
  quoteCheckout({ lines: [{ variantId, quantity: 2 }], country: COUNTRY, currency: 'EUR', ...more });

describe('an order in another currency', () => {
  it('costs its prices, its shipping and its tax in that currency, as quoted', async () => {
    const variantId = await makeVariant(1_099);
    const quoted = await quote(variantId);
    const money = {
      subtotal: eur(2_198),
      shipping: eur(700),
      taxIncluded: eur(366 + 117),
      total: eur(2_898),
    };
    expect(quoted).toMatchObject({ ok: true, value: { ...money, shippingMethods: [{ price: eur(700) }] } });
    const placed = await place({
      lines: [{ variantId, quantity: 2 }],
      currency: 'EUR',
      expectedTotal: eur(2_898),
      market: 'fr-fr',
    });
    expect(placed).toMatchObject({
      ok: true,
      value: { order: { ...money, lines: [{ unitPrice: eur(1_099) }] } },
    });
    if (placed.ok) expect(await findOrderMarket(placed.value.order.id)).toBe('fr-fr');
  });

  it('is refused when the buyer saw the same number in another currency', async () => {
    const variantId = await makeVariant(1_099);
    const expectedTotal = { amount: 2_898, currency: 'USD' };
    const outcome = await place({ lines: [{ variantId, quantity: 2 }], currency: 'EUR', expectedTotal });
    expect(outcome).toMatchObject({ ok: false, reason: 'price-changed', quote: { total: eur(2_898) } });
  });

  it('is shipped free by the threshold of its own currency', async () => {
    const variantId = await makeVariant(5_000);
    expect(await quote(variantId)).toMatchObject({
      ok: true,
      value: { shipping: eur(0), shippingMethod: 'free' },
    });
  });

  it('takes a code of its currency and a percentage; a code of another is refused', async () => {
    const variantId = await makeVariant(1_000);
    const discountOf = async (discountCode: string, currency = 'EUR') => {
      const quoted = await quote(variantId, { discountCode, currency });
      return quoted.ok ? quoted.value.discount : quoted;
    };
    expect(await discountOf(codes.amount)).toEqual(eur(500));
    expect(await discountOf(codes.percent)).toEqual(eur(200));
    expect(await discountOf(codes.percent, 'USD')).toEqual({ amount: 240, currency: 'USD' });
    expect(await discountOf(codes.amount, 'USD')).toMatchObject({
      errors: [{ path: 'discountCode', message: 'This discount code is not valid in this currency.' }],
    });
  });

  it('is not there for a variant without a price in it, nor in a currency that the shop does not sell in', async () => {
    const variantId = await makeVariant(null);
    const lines = [{ variantId, quantity: 1 }];
    expect(await place({ lines, currency: 'EUR' })).toMatchObject({
      ok: false,
      errors: [{ path: 'lines/0/variantId', message: 'This variant is not sold in this currency.' }],
    });
    const unsold = await place({ lines, currency: 'CHF' });
    expect(unsold.ok ? [] : 'errors' in unsold && unsold.errors).toContainEqual({
      path: 'currency',
      message: 'The shop does not sell in this currency.',
    });
  });
});

describe('a cart', () => {
  it('is in one currency, orders in it, and can be priced in another', async () => {
    const [both, usdOnly] = [await makeVariant(900), await makeVariant(null)];
    const cart = await newCart({ currency: 'EUR' });
    expect(cart.subtotal).toEqual(eur(0));
    expect(await setCartLine(cart.id, usdOnly, 1)).toEqual({ ok: false, reason: 'variant-not-found' });
    expect(await setCartLine(cart.id, both, 2)).toMatchObject({ ok: true, value: { subtotal: eur(1_800) } });

    const usd = await setCartCurrency(cart.id, undefined);
    expect(usd).toMatchObject({ ok: true, value: { subtotal: { amount: 2_400, currency: 'USD' } } });
    await setCartLine(cart.id, usdOnly, 1);
    const back = await setCartCurrency(cart.id, 'EUR');
    expect(back).toMatchObject({
      ok: true,
      value: {
        subtotal: eur(1_800),
        lines: [
          { priced: true, available: true },
          { title: 'A thing', priced: false, available: false, unitPrice: eur(0) },
        ],
      },
    });
    expect(await place({ cartId: cart.id })).toMatchObject({ ok: false, reason: 'validation-failed' });
    await setCartLine(cart.id, usdOnly, 0);
    expect(await place({ cartId: cart.id })).toMatchObject({
      ok: true,
      value: { order: { subtotal: eur(1_800), total: eur(2_500) } },
    });
  });

  it('is not made or turned to a currency that the shop does not sell in', async () => {
    const { id } = await newCart();
    expect(await setCartCurrency(id, 'CHF')).toEqual({ ok: false, reason: 'currency-not-sold' });
    await expect(newCart({ currency: 'CHF' })).rejects.toThrow('currency-not-sold');
    expect(await setCartCurrency(newId('cart'), 'EUR')).toEqual({ ok: false, reason: 'cart-not-found' });
  });

  it('in a currency that the shop has given up is refused until it is priced in another', async () => {
    const cart = await newCart({ currency: 'EUR' });
    const variant = await makeVariant(900);
    await setCartLine(cart.id, variant, 1);
    await query('test_give_up', `update carts set currency = 'GBP' where id = $1::uuid`, [toUuid(cart.id)]);
    expect(await place({ cartId: cart.id })).toMatchObject({ ok: false, reason: 'validation-failed' });
    await setCartCurrency(cart.id, 'EUR');
    expect((await place({ cartId: cart.id })).ok).toBe(true);
  });
});
