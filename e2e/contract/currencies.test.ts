import assert from 'node:assert/strict';
import { beforeAll, describe, test } from 'vitest';
import { call, callAsOwner, invalid, refused } from '../support/client';
import { freshSku } from '../support/fresh';
import { first } from '../support/pick';
import { makeProduct, usd } from '../support/product';

type Body = { id: string; subtotal: unknown; lines: Record<string, unknown>[] };
const eur = (amount: number) => ({ amount, currency: 'EUR' });

beforeAll(async () => {
  const answer = await callAsOwner('PATCH', '/api/admin/settings', { json: { currencies: ['EUR', 'GBP'] } });
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual((answer.body as { currencies: string[] }).currencies, ['USD', 'EUR', 'GBP']);
});

describe('a shop that sells in several currencies', () => {
  test('shows a product in the one that is asked for, and refuses one that it does not sell in', async () => {
    const product = await makeProduct({
      variants: [{ sku: freshSku(), price: usd(1_200), ...{ prices: [{ amount: 1_100, currency: 'EUR' }] } }],
    });
    const shown = await call('GET', `/api/products/${product.slug}?currency=EUR`);
    assert.deepEqual(
      (shown.body as { variants: { price: unknown }[] }).variants.map(({ price }) => price),
      [eur(1_100)],
    );
    const pounds = await call('GET', `/api/products/${product.slug}?currency=GBP`);
    assert.deepEqual((pounds.body as { variants: unknown[] }).variants, []);
    invalid(await call('GET', `/api/products/${product.slug}?currency=CHF`), 'currency');
    invalid(await call('GET', '/api/products?currency=CHF'), 'currency');
  });

  test('keeps a cart in one, and prices it in another when told', async () => {
    const product = await makeProduct({
      variants: [{ sku: freshSku(), price: usd(1_200), ...{ prices: [{ amount: 1_100, currency: 'EUR' }] } }],
    });
    const variantId = first(product.variants).id;
    const made = await call('POST', '/api/carts', { json: { currency: 'EUR' } });
    const { id, subtotal } = made.body as Body;
    assert.deepEqual([made.status, subtotal], [201, eur(0)]);
    const put = await call('PUT', `/api/carts/${id}/lines/${variantId}`, { json: { quantity: 2 } });
    assert.deepEqual((put.body as Body).subtotal, eur(2_200));
    const turned = await call('PATCH', `/api/carts/${id}`, { json: { currency: 'GBP' } });
    assert.deepEqual((turned.body as Body).subtotal, { amount: 0, currency: 'GBP' });
    const { priced, available } = first((turned.body as Body).lines);
    assert.deepEqual([priced, available], [false, false]);
    invalid(await call('PATCH', `/api/carts/${id}`, { json: { currency: 'CHF' } }), 'currency');
    refused(
      await call('PATCH', '/api/carts/cart_00000000000000000000000000000000', { json: {} }),
      404,
      'cart-not-found',
    );
    invalid(await call('POST', '/api/carts', { json: { currency: 'CHF' } }), 'currency');
  });

  test('quotes lines in the one that is asked for; a cart has its own', async () => {
    const product = await makeProduct({ variants: [{ sku: freshSku(), price: usd(1_200) }] });
    const lines = [{ variantId: first(product.variants).id, quantity: 1 }];
    invalid(
      await call('POST', '/api/checkout/quote', { json: { lines, currency: 'EUR' } }),
      'lines/0/variantId',
    );
    invalid(await call('POST', '/api/checkout/quote', { json: { lines, currency: 'CHF' } }), 'currency');
    const cartId = 'cart_00000000000000000000000000000000';
    invalid(await call('POST', '/api/checkout/quote', { json: { cartId, currency: 'EUR' } }), 'currency');
  });
});
