import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { type CartId, newId, toUuid, type VariantId } from '@/lib/kernel/ids';
import { sha256Hex } from '@/lib/kernel/sha256';
import { findEarlierAttempt } from '@/lib/platform/idempotency';
import type { Cart } from './model';
import { findCart } from './queries';
import { setCartLine } from './set-cart-line';
import { newCart } from './testing/new-cart';

afterAll(closeDatabase);

const usd = (amount: number) => ({ amount, currency: 'USD' });

async function put(cart: CartId, variant: VariantId, quantity: number): Promise<Cart> {
  const outcome = await setCartLine(cart, variant, quantity);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(await findCart(cart)).toEqual(outcome.value);
  return outcome.value;
}

test('a new cart is empty, in the shop’s currency, and kept under its idempotency key', async () => {
  const idempotency = { id: toUuid(newId('req')), fingerprint: await sha256Hex('') };
  const cart = await newCart({ idempotency });
  expect(cart).toMatchObject({ lines: [], subtotal: usd(0) });
  expect(await findCart(cart.id)).toEqual(cart);
  expect(await findEarlierAttempt(idempotency)).toMatchObject({ status: 201, body: JSON.stringify(cart) });
});

describe('a line of a cart', () => {
  test('is priced, and tells what of it is available', async () => {
    const [counted, uncounted] = [
      await makeOffer({ priceMinor: 1_250, stock: 4 }),
      await makeOffer({ priceMinor: 99, stock: null }),
    ];
    const { id } = await newCart();
    await put(id, counted, 3);
    const cart = await put(id, uncounted, 99);
    expect(cart.lines).toMatchObject([
      {
        variantId: counted,
        quantity: 3,
        unitPrice: usd(1_250),
        lineTotal: usd(3_750),
        available: true,
        availableQuantity: 4,
      },
      { variantId: uncounted, quantity: 99, available: true, availableQuantity: null },
    ]);
    expect(cart.subtotal).toEqual(usd(3_750 + 99 * 99));
  });

  test('is replaced by the next, and gone at 0', async () => {
    const variant = await makeOffer({ stock: 5 });
    const { id } = await newCart();
    await put(id, variant, 3);
    expect((await put(id, variant, 5)).lines).toMatchObject([{ quantity: 5 }]);
    expect((await put(id, variant, 0)).lines).toEqual([]);
    expect((await put(id, variant, 0)).lines).toEqual([]);
  });

  test('of more than there is is refused with what there is, and nothing changes', async () => {
    const variant = await makeOffer({ stock: 5 });
    const { id } = await newCart();
    const before = await put(id, variant, 2);
    expect(await setCartLine(id, variant, 6)).toEqual({
      ok: false,
      reason: 'insufficient-stock',
      available: 5,
    });
    expect(await findCart(id)).toEqual(before);
  });

  test('says so when what it holds is sold elsewhere or taken off sale', async () => {
    const variant = await makeOffer({ stock: 5 });
    const { id } = await newCart();
    await put(id, variant, 5);
    await atomically([
      sql`select adjust_stock(jsonb_build_object('variantId', ${toUuid(variant)}::text, 'set', 2, 'kind', 'adjust', 'actor', 'test'))`,
    ]);
    expect((await findCart(id))?.lines).toMatchObject([{ available: false, availableQuantity: 2 }]);
    await atomically([sql`update offers set sellable = false where variant_id = ${toUuid(variant)}::uuid`]);
    expect((await findCart(id))?.lines).toMatchObject([{ available: false, availableQuantity: 0 }]);
  });

  test('of what is not there is refused', async () => {
    const { id } = await newCart();
    expect(await setCartLine(id, newId('var'), 1)).toEqual({ ok: false, reason: 'variant-not-found' });
    expect(await setCartLine(newId('cart'), await makeOffer(), 1)).toEqual({
      ok: false,
      reason: 'cart-not-found',
    });
    expect(await findCart(newId('cart'))).toBeNull();
  });
});

test('reading and writing a cart are one statement each, however long it is', async () => {
  const { id } = await newCart();
  const variants = await Promise.all(Array.from({ length: 12 }, () => makeOffer()));
  const statements = vi.spyOn(pg.Client.prototype, 'query');
  for (const variant of variants) await setCartLine(id, variant, 1);
  expect(statements).toHaveBeenCalledTimes(variants.length);
  await findCart(id);
  expect(statements).toHaveBeenCalledTimes(variants.length + 1);
  statements.mockRestore();
});
