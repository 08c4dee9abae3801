import { expect, test } from 'vitest';
import { fillCart, placeOrder } from '@/e2e/support/buyer';
import { call, read } from '@/e2e/support/client';
import { inLanes } from '@/e2e/support/crowd';
import { type Ground, makeHostileRequest } from '@/e2e/support/hostile-request';
import { first } from '@/e2e/support/pick';
import { makeProduct, makeVariant, stockOf } from '@/e2e/support/product';
import { showsInside } from '@/e2e/support/promises';
import { SeededRandom } from '@/e2e/support/seeded-random';
import { orderShape } from '@/e2e/support/shapes';
import { shop } from '@/e2e/support/shop';

const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2_147_483_647);
/** Next's own server is the slow host, and what it hands to the routes is what the edge hands to them. */
const REQUESTS = shop.long ? 10_000 : shop.host === 'edge' ? 1_500 : 600;
const INITIAL_STOCK = 500;

test(`${REQUESTS} hostile requests break nothing (FUZZ_SEED=${SEED})`, { timeout: 900_000 }, async () => {
  const sold = await Promise.all([0, 1, 2].map(() => makeProduct({ stock: INITIAL_STOCK })));
  const changed = await makeProduct();
  const spareVariantId = await makeVariant({ stock: INITIAL_STOCK });
  const ground: Ground = {
    ownerKey: shop.ownerKey,
    productId: changed.id,
    slug: first(sold).slug,
    variantIds: sold.map((product) => first(product.variants).id),
    spareVariantId,
    cartId: (await fillCart([{ variantId: spareVariantId, quantity: 1 }])).id,
    order: await placeOrder(spareVariantId),
    brokenPaths: shop.host === 'edge',
  };
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const orders = new Map<string, { variantId: string; quantity: number }[]>();

  await inLanes(REQUESTS, 8, async (index) => {
    const request = makeHostileRequest(ground, new SeededRandom(SEED + index));
    const told = `#${index} ${JSON.stringify(request).slice(0, 1_200)}`;
    try {
      const { method, path, ...options } = request;
      const answer = await call(method, path, options);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500 && answer.status !== 503 && answer.status !== 504)
        faults.push(`${answer.status} for ${told}: ${answer.text.slice(0, 400)}`);
      if (showsInside(answer.text)) faults.push(`the inside shows for ${told}: ${answer.text.slice(0, 400)}`);
      if (method === 'POST' && path === '/api/checkout' && answer.status === 201) {
        const order = read(answer, 201, orderShape);
        orders.set(order.id, order.lines);
      }
    } catch (error) {
      faults.push(`${String(error).slice(0, 900)} for ${told}`);
    }
  });

  process.stdout.write(`fuzz statuses: ${JSON.stringify([...statuses].toSorted((a, b) => a[0] - b[0]))}\n`);
  expect(faults.slice(0, 20).join('\n\n')).toBe('');
  for (const product of sold) {
    const { id } = first(product.variants);
    const taken = [...orders.values()].flat().filter((line) => line.variantId === id);
    const units = taken.reduce((sum, line) => sum + line.quantity, 0);
    expect(await stockOf(product), `stock of ${id}`).toBe(INITIAL_STOCK - units);
  }
  expect((await call('GET', '/api/health')).body).toMatchObject({ checks: { postgres: 'up', redis: 'up' } });
});
