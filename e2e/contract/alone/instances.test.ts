import { describe, expect, test } from 'vitest';
import { buyer, pay, putLine, seeOrder } from '@/e2e/support/buyer';
import { type Answer, type CallOptions, call, read } from '@/e2e/support/client';
import { freshKey } from '@/e2e/support/fresh';
import { killPart } from '@/e2e/support/parts';
import { at, first } from '@/e2e/support/pick';
import { makeProduct, stockOf, usd } from '@/e2e/support/product';
import { cartShape, type MerchantProduct, orderShape, totalsShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

/** The address of the instance that answers the n-th call: they take turns. */
const turn = (index: number) => at(shop.peers, index % shop.peers.length);

/** What a client does: on a broken connection, or a 502 to 504, it asks the next instance, with the same key. */
async function persist(method: string, path: string, options: CallOptions, from: number): Promise<Answer> {
  return eventually(`${method} ${path} gets through`, 15_000, async () => {
    for (let step = 0; step < shop.peers.length; step += 1) {
      try {
        const answer = await call(method, path, { ...options, at: turn(from + step), timeoutMs: 5_000 });
        if (answer.status < 502) return answer;
      } catch (error) {
        if (!(error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')))
          throw error;
      }
    }
    return undefined;
  });
}

const variantOf = (product: MerchantProduct) => first(product.variants).id;

describe.runIf(shop.peers.length >= 2)('two instances are one shop', () => {
  test('a purchase that changes the instance with every call', async () => {
    const product = await makeProduct({ price: usd(1500), stock: 4 });
    const cart = read(await call('POST', '/api/carts', { at: turn(0) }), 201, cartShape);
    read(await putLine(cart.id, variantOf(product), 2, { at: turn(1) }), 200, cartShape);
    expect(
      read(await call('GET', `/api/carts/${cart.id}`, { at: turn(2) }), 200, cartShape).subtotal,
    ).toEqual(usd(3000));
    const who = buyer();
    const quoted = await call('POST', '/api/checkout/quote', {
      json: { cartId: cart.id, shippingAddress: who.shippingAddress },
      at: turn(3),
    });
    const { total } = read(quoted, 200, totalsShape);
    const options = { key: freshKey(), json: { ...who, cartId: cart.id, expectedTotal: total } };
    const original = await call('POST', '/api/checkout', { ...options, at: turn(4) });
    const repeated = await call('POST', '/api/checkout', { ...options, at: turn(5) });
    const order = read(original, 201, orderShape);
    expect([repeated.text, repeated.headers.get('idempotency-replayed')]).toEqual([original.text, 'true']);
    expect((await seeOrder(order, { at: turn(6) })).status).toBe('pending');
    expect(read(await pay(order, 'test_ok', { at: turn(7) }), 200, orderShape).status).toBe('paid');
    expect((await seeOrder(order, { at: turn(8) })).status).toBe('paid');
    expect(await stockOf(product)).toBe(2);
  });

  test('equal keys racing on different instances are one order', async () => {
    const product = await makeProduct({ stock: 9 });
    const options = {
      key: freshKey(),
      json: { ...buyer(), lines: [{ variantId: variantOf(product), quantity: 1 }] },
    };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        call('POST', '/api/checkout', { ...options, at: turn(index) }),
      ),
    );
    const ids = answers
      .filter((answer) => answer.status === 201)
      .map((answer) => read(answer, 201, orderShape).id);
    expect(new Set(ids).size).toBe(1);
    expect(await stockOf(product)).toBe(8);
  });

  test.runIf(shop.stackDir !== '')(
    'a purchase goes through though one instance is killed in its middle',
    { timeout: 90_000 },
    async () => {
      const product = await makeProduct({ price: usd(1500), stock: 4 });
      const cart = read(await persist('POST', '/api/carts', {}, 0), 201, cartShape);
      const line = `/api/carts/${cart.id}/lines/${variantOf(product)}`;
      read(await persist('PUT', line, { json: { quantity: 2 } }, 1), 200, cartShape);
      const options = { key: freshKey(), json: { ...buyer(), cartId: cart.id } };
      const placing = persist('POST', '/api/checkout', options, 0);
      killPart(turn(0));
      const order = read(await placing, 201, orderShape);
      expect(read(await persist('POST', '/api/checkout', options, 0), 201, orderShape).id).toBe(order.id);
      const payment = { json: { token: order.token, method: 'test_ok' } };
      expect(
        read(await persist('POST', `/api/orders/${order.id}/payment`, payment, 0), 200, orderShape).status,
      ).toBe('paid');
      expect(await stockOf(product)).toBe(2);
      await eventually('the killed instance is started again', 30_000, async () => {
        try {
          return (await call('GET', '/api/health', { at: turn(0), timeoutMs: 2_000 })).status === 200
            ? true
            : undefined;
        } catch {
          return undefined;
        }
      });
    },
  );
});
