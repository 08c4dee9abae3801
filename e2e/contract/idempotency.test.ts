import { beforeAll, describe, expect, test } from 'vitest';
import { makeApiKey } from '@/e2e/support/api-keys';
import { buyer, checkout, fillCart, pay, placeOrder, seeOrder } from '@/e2e/support/buyer';
import { type Answer, call, callAsOwner, read, refused } from '@/e2e/support/client';
import { freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, productBody, setStock, stockOf } from '@/e2e/support/product';
import { cartShape, merchantProductShape, orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

const replayed = (answer: Answer) => answer.headers.get('idempotency-replayed');

/** The first answer of an attempt that took effect, and its exact repetition. */
function expectReplay(original: Answer, repeated: Answer): void {
  expect(repeated.status).toBe(original.status);
  expect(repeated.text).toBe(original.text);
  expect(repeated.headers.get('content-type')).toBe(original.headers.get('content-type'));
  expect([replayed(original), replayed(repeated)]).toEqual([null, 'true']);
}

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 1_000 });
});
const wish = () => ({ ...buyer(), lines: [{ variantId, quantity: 1 }] });
const send = (key: string, json: unknown) => call('POST', '/api/checkout', { key, json });

describe('the key of a checkout', () => {
  test('is required', async () => {
    refused(await call('POST', '/api/checkout', { json: wish() }), 400, 'idempotency-key-required');
  });

  test('has 1 to 255 visible ASCII characters', async () => {
    expect((await send('!', wish())).status).not.toBe(400);
    expect((await send(`${'k'.repeat(218)}~${freshKey()}`, wish())).status).toBe(201);
    for (const key of ['', ' ', 'x'.repeat(256), 'two words', 'caf\u00e9', 'tab\tbed']) {
      const answer = await send(key, wish());
      expect([400, 422], `key ${JSON.stringify(key)}: ${answer.text}`).toContain(answer.status);
    }
  });
});

describe('an attempt that took effect', () => {
  test('is answered again as it was, however often, and happens once', async () => {
    const product = await makeProduct({ stock: 5 });
    const body = { ...buyer(), lines: [{ variantId: first(product.variants).id, quantity: 2 }] };
    const key = freshKey();
    const original = await send(key, body);
    read(original, 201, orderShape);
    for (let index = 0; index < 3; index += 1) expectReplay(original, await send(key, body));
    expect(await stockOf(product)).toBe(3);
  });

  test('is the same when the fields come in another order', async () => {
    const key = freshKey();
    const body = wish();
    const original = await send(key, body);
    const { line1, ...address } = body.shippingAddress;
    const reordered = {
      lines: body.lines.map(({ quantity, variantId: id }) => ({ quantity, variantId: id })),
      shippingAddress: { ...address, line1 },
      email: body.email,
    };
    expectReplay(original, await send(key, reordered));
    const headers = { 'content-type': 'application/json' };
    const raw = JSON.stringify(body, null, 4);
    expectReplay(original, await call('POST', '/api/checkout', { key, raw, headers }));
  });

  test('is not the same with another body: 422', async () => {
    const key = freshKey();
    const body = wish();
    const original = await send(key, body);
    for (const other of [
      { ...body, email: 'other@example.com' },
      { ...body, lines: [{ variantId, quantity: 2 }] },
      { ...body, note: 'added' },
    ]) {
      refused(await send(key, other), 422, 'idempotency-key-reused');
    }
    expectReplay(original, await send(key, body));
  });

  test('still answers as it was after the order was paid', async () => {
    const key = freshKey();
    const body = wish();
    const original = await send(key, body);
    const order = read(original, 201, orderShape);
    expect((await pay(order, 'test_ok')).status).toBe(200);
    expectReplay(original, await send(key, body));
    expect((await seeOrder(order)).status).toBe('paid');
  });

  test('still answers as it was when the stock is gone and the product is no longer sold', async () => {
    const product = await makeProduct({ stock: 1 });
    const body = { ...buyer(), lines: [{ variantId: first(product.variants).id, quantity: 1 }] };
    const key = freshKey();
    const original = await send(key, body);
    await callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json: { status: 'archived' } });
    expectReplay(original, await send(key, body));
  });

  test('by cart is answered again too, not as a cart already ordered', async () => {
    const cart = await fillCart([{ variantId, quantity: 1 }]);
    const body = { ...buyer(), cartId: cart.id };
    const key = freshKey();
    const original = await send(key, body);
    read(original, 201, orderShape);
    expectReplay(original, await send(key, body));
  });
});

describe('an attempt that was refused', () => {
  test('keeps nothing: the same key tries anew', async () => {
    const scarce = await makeVariant({ stock: 0 });
    const body = { ...buyer(), lines: [{ variantId: scarce, quantity: 1 }] };
    const key = freshKey();
    for (let index = 0; index < 2; index += 1) {
      const answer = await send(key, body);
      refused(answer, 409, 'out-of-stock');
      expect(replayed(answer)).toBeNull();
    }
    await setStock(scarce, 1);
    read(await send(key, body), 201, orderShape);
  });

  test('does not bind the key to its body', async () => {
    const key = freshKey();
    refused(await send(key, { ...wish(), email: 'nobody' }), 422, 'validation-failed');
    read(await send(key, wish()), 201, orderShape);
  });
});

describe('other calls that create something honour a key', () => {
  test('a cart', async () => {
    const key = freshKey();
    const original = await call('POST', '/api/carts', { key });
    read(original, 201, cartShape);
    expectReplay(original, await call('POST', '/api/carts', { key }));
  });

  test('a product, whatever became of it', async () => {
    const key = freshKey();
    const json = productBody();
    const original = await callAsOwner('POST', '/api/admin/products', { key, json });
    const product = read(original, 201, merchantProductShape);
    await callAsOwner('PATCH', `/api/admin/products/${product.id}`, { json: { title: 'Renamed' } });
    expectReplay(original, await callAsOwner('POST', '/api/admin/products', { key, json }));
    const other = { ...json, title: 'Another' };
    refused(
      await callAsOwner('POST', '/api/admin/products', { key, json: other }),
      422,
      'idempotency-key-reused',
    );
  });

  test('a change of stock is counted once', async () => {
    const product = await makeProduct({ stock: 5 });
    const path = `/api/admin/variants/${first(product.variants).id}/stock`;
    const json = { delta: 3, reason: 'a delivery, told twice' };
    const key = freshKey();
    const original = await callAsOwner('POST', path, { key, json });
    expectReplay(original, await callAsOwner('POST', path, { key, json }));
    expect(await stockOf(product)).toBe(8);
  });

  test('an API key is never shown again: 409 with its id', async () => {
    const key = freshKey();
    const json = { name: 'once', role: 'viewer' };
    const original = await callAsOwner('POST', '/api/admin/api-keys', { key, json });
    expect(original.status).toBe(201);
    const made = original.body as { id: string; key: string };
    const again = await callAsOwner('POST', '/api/admin/api-keys', { key, json });
    refused(again, 409, 'idempotency-key-used');
    expect(again.body).toMatchObject({ id: made.id });
    expect(again.text).not.toContain(made.key);
  });
});

test('a key is one per method, path and credential', async () => {
  const key = freshKey();
  const manager = await makeApiKey('manager');
  read(await call('POST', '/api/carts', { key }), 201, cartShape);
  read(await send(key, wish()), 201, orderShape);
  for (const as of [shop.ownerKey, manager.key]) {
    const answer = await call('POST', '/api/admin/products', { as, key, json: productBody() });
    read(answer, 201, merchantProductShape);
    expect(replayed(answer)).toBeNull();
  }
});

test('without a key two equal calls are two', async () => {
  const [one, two] = [await placeOrder(variantId), await placeOrder(variantId)];
  expect(one.id).not.toBe(two.id);
  expect((await checkout({ lines: [{ variantId, quantity: 1 }] })).status).toBe(201);
});
