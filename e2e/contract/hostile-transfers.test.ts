import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { buyer } from '@/e2e/support/buyer';
import { call, read, refused } from '@/e2e/support/client';
import { freshKey } from '@/e2e/support/fresh';
import { first } from '@/e2e/support/pick';
import { makeProduct, stockOf } from '@/e2e/support/product';
import { rawRequest } from '@/e2e/support/raw-request';
import { cartShape, type MerchantProduct, orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

let product: MerchantProduct;
beforeAll(async () => {
  product = await makeProduct({ stock: 20 });
});

const order = () =>
  JSON.stringify({ ...buyer(), lines: [{ variantId: first(product.variants).id, quantity: 1 }] });
const type = ['Content-Type', 'application/json'] as const;
const chunked = ['Transfer-Encoding', 'chunked'] as const;

/** Sends bytes as they are on a connection of their own and closes it at once, without reading an answer. */
async function sendAndHangUp(bytes: string): Promise<void> {
  const { hostname, port } = new URL(shop.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  await new Promise((resolve) => socket.write(bytes, resolve));
  socket.destroy();
  await once(socket, 'close');
}

describe('a body that comes in chunks, its length untold', () => {
  test('is read', async () => {
    const key = ['Idempotency-Key', freshKey()] as const;
    read(await rawRequest('POST', '/api/checkout', [type, chunked, key], order()), 201, orderShape);
  });

  test('is 413 beyond 64 KiB', async () => {
    for (const size of [64 * 1024 + 1, 200_000]) {
      const body = JSON.stringify({ padding: 'x'.repeat(size) });
      const answer = await rawRequest('POST', '/api/checkout', [type, chunked], body);
      refused(answer, 413, 'body-too-large');
    }
  });
});

test('a compressed body is refused', async () => {
  const raw = new Uint8Array(gzipSync(order()));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const answer = await call('POST', '/api/checkout', { raw, headers, key: freshKey() });
  expect([400, 415, 422], answer.text).toContain(answer.status);
});

test('a caller who hangs up in the middle of a body orders nothing and harms nobody', async () => {
  const before = await stockOf(product);
  const head = (length: number) =>
    `POST /api/checkout HTTP/1.1\r\nHost: shop\r\nContent-Type: application/json\r\nIdempotency-Key: ${freshKey()}\r\nContent-Length: ${length}\r\n\r\n`;
  const body = order();
  for (const sent of [
    head(body.length) + body.slice(0, -1),
    head(body.length),
    'POST /api/checkout HTTP/1.1\r\nHost: shop\r\n',
    'GET /api/products HTTP/1.1\r\nHost: shop\r\nX-Long: ',
    '\r\n\r\n\u0000\u0000',
  ]) {
    await sendAndHangUp(sent);
  }
  expect((await call('GET', '/api/health')).status).toBe(200);
  expect(await stockOf(product)).toBe(before);
});

test('a caller who hangs up before the answer finds the order under the same key', async () => {
  const body = order();
  const key = freshKey();
  const before = (await stockOf(product)) ?? 0;
  await sendAndHangUp(
    `POST /api/checkout HTTP/1.1\r\nHost: ${new URL(shop.url).host}\r\nContent-Type: application/json\r\nIdempotency-Key: ${key}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  const headers = { 'content-type': 'application/json' };
  read(await call('POST', '/api/checkout', { key, raw: body, headers }), 201, orderShape);
  expect(await stockOf(product)).toBe(before - 1);
});

test('a GET with a body is answered as one without', async () => {
  const answer = await rawRequest('GET', '/api/products?limit=1', [type], '{"limit":0}');
  expect(answer.status).toBe(200);
});

test('a call without a body that announces JSON is no fault', async () => {
  read(await rawRequest('POST', '/api/carts', [type]), 201, cartShape);
});
