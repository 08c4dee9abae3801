import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { type CustomerId, newId, toUuid } from '@/lib/kernel/ids';
import { listOrdersOf } from './list-orders-of';
import { placeOrder } from './place-order';

afterAll(closeDatabase);

const shippingAddress = {
  name: 'Ada',
  line1: '1 Main St',
  city: 'Springfield',
  postalCode: '12345',
  country: 'US',
};

async function buy(email: string, customerId?: CustomerId) {
  const variantId = await makeOffer({ stock: 5 });
  const outcome = await placeOrder(
    { lines: [{ variantId, quantity: 1 }], email, shippingAddress },
    {
      idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) },
      holdSeconds: 600,
      ...(customerId === undefined ? {} : { customerId }),
    },
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.order.id;
}

test('a customer’s orders are those of their address and those placed while signed in, each once', async () => {
  const id = newId('cust');
  const email = `Ada.${id}@example.com`;
  const placed = [
    await buy(email.toLowerCase()),
    await buy('gift@example.com', id),
    await buy(email, id),
    await buy(email.toUpperCase()),
  ];
  await buy('gift@example.com', newId('cust'));
  await buy(`x${email}`);
  const newestFirst = placed.toReversed();
  const all = await listOrdersOf({ id, email }, { limit: 10 });
  expect(all.items.map((order) => order.id)).toEqual(newestFirst);
  expect(all.nextCursor).toBeNull();

  const paged = [];
  for (let after: (typeof placed)[number] | undefined; ; ) {
    const page = await listOrdersOf({ id, email }, { limit: 1, after });
    paged.push(...page.items.map((order) => order.id));
    if (page.nextCursor === null) break;
    after = page.nextCursor;
  }
  expect(paged).toEqual(newestFirst);
});
