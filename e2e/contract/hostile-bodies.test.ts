import { beforeAll, describe, expect, test } from 'vitest';
import { buyer, fillCart, placeOrder } from '@/e2e/support/buyer';
import { type CallOptions, call, invalid, refused } from '@/e2e/support/client';
import { freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';

type Target = { name: string; method: string; path: string };

/** Every route of this contract that reads a JSON body, on things that exist. */
const targets: Target[] = [];
let variantId = '';

beforeAll(async () => {
  const product = await makeProduct({ stock: 1_000 });
  variantId = first(product.variants).id;
  const order = await placeOrder(variantId);
  const cart = await fillCart([{ variantId, quantity: 1 }]);
  targets.push(
    { name: 'cart line', method: 'PUT', path: `/api/carts/${cart.id}/lines/${variantId}` },
    { name: 'quote', method: 'POST', path: '/api/checkout/quote' },
    { name: 'checkout', method: 'POST', path: '/api/checkout' },
    { name: 'payment', method: 'POST', path: `/api/orders/${order.id}/payment` },
    { name: 'new product', method: 'POST', path: '/api/admin/products' },
    { name: 'product change', method: 'PATCH', path: `/api/admin/products/${product.id}` },
    { name: 'stock change', method: 'POST', path: `/api/admin/variants/${variantId}/stock` },
    { name: 'new API key', method: 'POST', path: '/api/admin/api-keys' },
  );
});

const JSON_TYPE = { 'content-type': 'application/json' };
const NAMES = [
  'cart line',
  'quote',
  'checkout',
  'payment',
  'new product',
  'product change',
  'stock change',
  'new API key',
];

/** Sends a body to one of the targets as the owner, so that only the body can be at fault. */
function send(name: string, options: CallOptions) {
  const target = targets.find((candidate) => candidate.name === name);
  if (target === undefined) throw new Error(`no target ${name}`);
  return call(target.method, target.path, { as: shop.ownerKey, key: freshKey(), ...options });
}

/** A checkout that would succeed, with something added at its top. */
const goodCheckout = (extra = {}) => ({ ...buyer(), lines: [{ variantId, quantity: 1 }], ...extra });

describe.each(NAMES)('%s', (name) => {
  test.each(['{', '{"a":1,}', "{'a':1}", 'undefined', 'NaN', '{"a":}', '[1,2', '"open', '\ufeff{', 'a=b'])(
    'malformed JSON %j is 400',
    async (raw) => {
      refused(await send(name, { raw, headers: JSON_TYPE }), 400, 'malformed-json');
    },
  );

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonx',
  ])('content type %s is 415', async (type) => {
    refused(
      await send(name, { raw: '{}', headers: { 'content-type': type } }),
      415,
      'unsupported-media-type',
    );
  });

  test.each(['[]', '[{}]', 'null', '"text"', '1', 'true'])('%s instead of an object is 422', async (raw) => {
    invalid(await send(name, { raw, headers: JSON_TYPE }));
  });

  test('a body over 64 KiB is 413', async () => {
    const raw = JSON.stringify({ padding: 'x'.repeat(64 * 1024) });
    refused(await send(name, { raw, headers: JSON_TYPE }), 413, 'body-too-large');
  });

  test('a body over 64 KiB of multi-byte characters is 413', async () => {
    const raw = JSON.stringify({ padding: '€'.repeat(30_000) });
    refused(await send(name, { raw, headers: JSON_TYPE }), 413, 'body-too-large');
  });
});

test('a body of exactly 64 KiB is read', async () => {
  const body = goodCheckout({ padding: '' });
  const padding = 'x'.repeat(64 * 1024 - JSON.stringify(body).length);
  const raw = JSON.stringify({ ...body, padding });
  expect((await send('checkout', { raw, headers: JSON_TYPE })).status).toBe(201);
  refused(await send('checkout', { raw: `${raw} `, headers: JSON_TYPE }), 413, 'body-too-large');
});

test('the content type may carry a charset and be written in capitals', async () => {
  for (const type of [
    'application/json; charset=utf-8',
    'Application/JSON',
    'application/json;charset="UTF-8"',
  ]) {
    const answer = await send('quote', {
      raw: JSON.stringify(goodCheckout()),
      headers: { 'content-type': type },
    });
    expect(answer.status, type).toBe(200);
  }
});

test('unknown fields are ignored, whatever they are called', async () => {
  const raw = `{"__proto__":{"lines":[]},"constructor":{"prototype":{"email":1}},"toString":1,"hasOwnProperty":null,"nested":{"__proto__":{"a":1}},${JSON.stringify(goodCheckout()).slice(1)}`;
  expect((await send('checkout', { raw, headers: JSON_TYPE })).status).toBe(201);
  const polluted = await send('checkout', { json: goodCheckout({ email: undefined }) });
  invalid(polluted, 'email');
});

test('deep nesting is refused or ignored, never a crash', async () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"a":', '}'],
  ] as const) {
    const depth = Math.floor(60_000 / (open.length + close.length));
    const deep = `${open.repeat(depth)}1${close.repeat(depth)}`.replace('{"a":}', '{"a":1}');
    const unknown = `{"unknown":${deep},${JSON.stringify(goodCheckout()).slice(1)}`;
    const known = `{"lines":${deep},"cartId":${deep.slice(0, 0)}null}`;
    for (const raw of [unknown, known, deep]) {
      const answer = await send('checkout', { raw, headers: JSON_TYPE });
      expect([201, 400, 413, 422], answer.text.slice(0, 300)).toContain(answer.status);
    }
  }
});

describe('U+0000 in a string is 422', () => {
  const address = { ...buyer().shippingAddress };
  test.each([
    ['e-mail', () => goodCheckout({ email: 'a\u0000b@example.com' })],
    ['name', () => goodCheckout({ shippingAddress: { ...address, name: 'Ada\u0000' } })],
    ['line1', () => goodCheckout({ shippingAddress: { ...address, line1: '\u0000' } })],
    ['line2', () => goodCheckout({ shippingAddress: { ...address, line2: 'flat \u0000 2' } })],
    ['region', () => goodCheckout({ shippingAddress: { ...address, region: 'OR\u0000' } })],
    ['shipping method', () => goodCheckout({ shippingMethod: 'standard\u0000' })],
    ['discount code', () => goodCheckout({ discountCode: 'TEN\u0000' })],
    ['variant', () => goodCheckout({ lines: [{ variantId: `${variantId}\u0000`, quantity: 1 }] })],
    ['cart', () => ({ ...goodCheckout({ lines: undefined }), cartId: 'cart_\u0000' })],
  ] as const)('checkout %s', async (_field, body) => {
    refused(await send('checkout', { json: body() }), 422);
  });

  test('product title, tag, description, sku and reason', async () => {
    const variants = [{ sku: 'A\u0000', price: { amount: 1, currency: 'USD' }, stock: 1 }];
    for (const json of [
      { title: 'a\u0000b', status: 'draft', variants: [{ ...variants[0], sku: freshKey() }] },
      { title: 'ab', status: 'draft', variants },
      {
        title: 'ab',
        tags: ['x', '\u0000'],
        status: 'draft',
        variants: [{ ...variants[0], sku: freshKey() }],
      },
      {
        title: 'ab',
        descriptionHtml: '<p>\u0000</p>',
        status: 'draft',
        variants: [{ ...variants[0], sku: freshKey() }],
      },
    ]) {
      refused(await send('new product', { json }), 422);
    }
    refused(await send('stock change', { json: { delta: 1, reason: '\u0000' } }), 422);
    refused(await send('new API key', { json: { name: 'a\u0000', role: 'viewer' } }), 422);
  });

  test('a search', async () => {
    refused(await call('GET', '/api/products?query=%00'), 422);
    refused(await call('GET', '/api/admin/orders?query=a%00b', { as: shop.ownerKey }), 422);
  });

  test('an id in a path is refused', async () => {
    for (const path of [
      '/api/products/%00',
      '/api/variants/var_%00/stock',
      '/api/carts/%00',
      '/api/orders/%00?token=x',
    ]) {
      expect([400, 404, 422], path).toContain((await call('GET', path)).status);
    }
  });
});

test('a lone surrogate is refused or replaced, never a fault', async () => {
  for (const half of ['\\ud800', '\\udfff', 'a\\ud83d b']) {
    const body = JSON.stringify(goodCheckout({ email: freshKey() })).replace(/"Ada Buyer"/, `"${half}"`);
    const raw = body.replace(/"email":"[^"]*"/, '"email":"ada@example.com"');
    const answer = await send('checkout', { raw, headers: JSON_TYPE });
    expect([201, 400, 422], answer.text).toContain(answer.status);
    const product = `{"title":"${half}","status":"draft","variants":[{"sku":"${freshKey()}","price":{"amount":1,"currency":"USD"},"stock":1}]}`;
    expect([201, 400, 422]).toContain(
      (await send('new product', { raw: product, headers: JSON_TYPE })).status,
    );
  }
  expect([200, 400, 422]).toContain((await call('GET', '/api/products?query=%ED%A0%80')).status);
});

test('bytes that are not UTF-8 are refused or replaced, never a fault', async () => {
  const raw = new Uint8Array([...Buffer.from('{"email":"'), 0xff, 0xfe, 0xc0, ...Buffer.from('"}')]);
  for (const name of NAMES) {
    expect([400, 422], name).toContain((await send(name, { raw, headers: JSON_TYPE })).status);
  }
});

describe('a number that is no quantity is 422', () => {
  const numbers = [
    '1e400',
    '-1e400',
    '1e308',
    '9007199254740993',
    '2147483648',
    '-1',
    '0.5',
    '1.0000001',
    '"1"',
    'null',
    '[]',
    '{}',
    'true',
  ];
  test.each(numbers)('%s', async (number) => {
    const lines = `"lines":[{"variantId":"${variantId}","quantity":${number}}]`;
    const raw = `{${JSON.stringify(buyer()).slice(1, -1)},${lines}}`;
    for (const name of ['checkout', 'quote']) {
      const answer = await send(name, { raw, headers: JSON_TYPE });
      // A whole number that JSON can carry may as well be more than there is.
      if (answer.status === 409) expect(['1e308', '9007199254740993', '2147483648']).toContain(number);
      else invalid(answer, 'lines/0/quantity');
    }
    invalid(await send('cart line', { raw: `{"quantity":${number}}`, headers: JSON_TYPE }), 'quantity');
  });

  test('a price or a stock level', async () => {
    for (const number of ['1e400', '1e308', '9007199254740993', '-1', '0.5', '"1"']) {
      const price = `{"title":"n","status":"draft","variants":[{"sku":"${freshKey()}","price":{"amount":${number},"currency":"USD"},"stock":1}]}`;
      invalid(await send('new product', { raw: price, headers: JSON_TYPE }));
      const stock = `{"set":${number},"reason":"n"}`;
      invalid(await send('stock change', { raw: stock, headers: JSON_TYPE }));
    }
  });
});
