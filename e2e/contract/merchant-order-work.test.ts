import { beforeAll, describe, expect, test } from 'vitest';
import { pay, placeOrder } from '@/e2e/support/buyer';
import { callAsOwner, invalid, read, refused } from '@/e2e/support/client';
import { freshKey, freshWord } from '@/e2e/support/fresh';
import { makeVariant } from '@/e2e/support/product';
import { merchantOrderWithTimelineShape, type Order, orderViewShape } from '@/e2e/support/shapes';

let variantId = '';
beforeAll(async () => {
  variantId = await makeVariant({ stock: 1_000 });
});

async function paidOrder(quantity = 1): Promise<Order> {
  const order = await placeOrder(variantId, quantity);
  expect((await pay(order, 'test_ok')).status).toBe(200);
  return order;
}

const post = (order: Order, what: string, json: object, key = freshKey()) =>
  callAsOwner('POST', `/api/admin/orders/${order.id}/${what}`, { json, key });
const idsOf = async (query: string) => {
  const { body } = await callAsOwner('GET', `/api/admin/orders?${query}`);
  return (body as { items: { id: string }[] }).items.map(({ id }) => id);
};

describe('an order that is sent in parts', () => {
  test('stays paid, is found as partly sent, and cannot be cancelled', async () => {
    const order = await paidOrder(2);
    expect(await idsOf(`fulfilment=unsent&query=${order.email}`)).toEqual([order.id]);
    const part = await post(order, 'fulfil', { lines: [{ variantId, quantity: 1 }], carrier: 'Post' });
    expect(read(part, 200, merchantOrderWithTimelineShape)).toMatchObject({
      status: 'paid',
      fulfilment: 'partly-sent',
      units: [{ sent: 1, toSend: 1 }],
      parcels: [{ carrier: 'Post', lines: [{ variantId, quantity: 1 }] }],
    });
    expect(await idsOf(`fulfilment=partly-sent&query=${order.email}`)).toEqual([order.id]);
    expect(await idsOf(`fulfilment=unsent&query=${order.email}`)).toEqual([]);
    refused(await post(order, 'cancel', {}), 409, 'order-partly-sent');
    invalid(await post(order, 'fulfil', { lines: [{ variantId, quantity: 2 }] }), 'lines/0/quantity');
    expect((await post(order, 'fulfil', {})).body).toMatchObject({ status: 'fulfilled', fulfilment: 'sent' });
  });

  test('several at once: each tells for itself', async () => {
    const [paid, pending] = [await paidOrder(), await placeOrder(variantId)];
    const { body } = await callAsOwner('POST', '/api/admin/orders/fulfil', {
      json: { ids: [paid.id, pending.id] },
    });
    expect((body as { results: unknown[] }).results).toEqual(
      expect.arrayContaining([
        { id: paid.id, outcome: 'fulfilled' },
        { id: pending.id, outcome: 'invalid-transition' },
      ]),
    );
  });
});

describe('a parcel that was marked wrongly', () => {
  test('is corrected, and taken back once, however often that is sent', async () => {
    const [order, key] = [await paidOrder(), freshKey()];
    const sent = read(await post(order, 'fulfil', { carrier: 'Post' }), 200, merchantOrderWithTimelineShape);
    const path = `/api/admin/orders/${order.id}/parcels/${sent.parcels[0]?.id}`;
    const corrected = await callAsOwner('PATCH', path, { json: { carrier: null, trackingNumber: 'T-2' } });
    expect(read(corrected, 200, merchantOrderWithTimelineShape).parcels).toMatchObject([
      { carrier: null, trackingNumber: 'T-2' },
    ]);
    invalid(await callAsOwner('PATCH', path, { json: { trackingUrl: 'javascript:1' } }), 'trackingUrl');

    const once = await callAsOwner('POST', `${path}/take-back`, { key });
    expect(read(once, 200, merchantOrderWithTimelineShape)).toMatchObject({
      status: 'paid',
      fulfilment: 'unsent',
      parcels: [],
    });
    const again = await callAsOwner('POST', `${path}/take-back`, { key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.text).toBe(once.text);
    refused(await callAsOwner('POST', `${path}/take-back`, { key: freshKey() }), 404, 'parcel-not-found');
  });

  test('was sent, when units of it come back', async () => {
    const order = await paidOrder();
    const sent = read(await post(order, 'fulfil', {}), 200, merchantOrderWithTimelineShape);
    await post(order, 'returns', { lines: [{ variantId, quantity: 1 }], reason: 'bent' });
    refused(await post(order, `parcels/${sent.parcels[0]?.id}/take-back`, {}), 409, 'parcel-returned');
  });
});

test('a note is written once, however often it is sent', async () => {
  const [order, key, text] = [await paidOrder(), freshKey(), freshWord()];
  const once = await post(order, 'notes', { text }, key);
  const again = await post(order, 'notes', { text }, key);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(again.text).toBe(once.text);
  expect(once.text.split(text)).toHaveLength(2);
});

test('days, country, currency and total narrow the list, and what makes no sense is refused', async () => {
  const order = await paidOrder();
  const day = (ms: number) => new Date(Date.parse(order.createdAt) + ms).toISOString().slice(0, 10);
  const { amount, currency } = order.total;
  const mine = `query=${encodeURIComponent(order.email)}`;
  for (const yes of [
    `from=${day(-86_400_000)}&to=${day(86_400_000)}`,
    'country=us',
    `currency=${currency}&minTotal=${amount}&maxTotal=${amount}`,
  ])
    expect(await idsOf(`${mine}&${yes}`), yes).toEqual([order.id]);
  for (const no of [`to=${day(-2 * 86_400_000)}`, 'country=IS', 'currency=JPY', `minTotal=${amount + 1}`])
    expect(await idsOf(`${mine}&${no}`), no).toEqual([]);
  for (const path of ['from', 'country', 'currency', 'minTotal', 'fulfilment'])
    invalid(await callAsOwner('GET', `/api/admin/orders?${path}=nonsense`), path);
});

test('the CSV has what the list shows, and no formula of a stranger', async () => {
  const order = await paidOrder();
  const answer = await callAsOwner(
    'GET',
    `/api/admin/orders/export?query=${encodeURIComponent(order.email)}`,
  );
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head, row, ...rest] = answer.text.trimEnd().split('\r\n');
  expect(head?.startsWith('id,number,placed_at,status')).toBe(true);
  expect(row).toContain(`${order.id},${order.number},`);
  expect(rest).toEqual([]);
});

test('a view is kept under a name that no other has', async () => {
  const json = { name: freshWord(), query: 'status=paid&country=FR' };
  const saved = await callAsOwner('POST', '/api/admin/orders/views', { json, key: freshKey() });
  const { id } = read(saved, 201, orderViewShape);
  const other = { ...json, name: json.name.toUpperCase() };
  refused(
    await callAsOwner('POST', '/api/admin/orders/views', { json: other, key: freshKey() }),
    409,
    'view-name-taken',
  );
  invalid(
    await callAsOwner('POST', '/api/admin/orders/views', { json: { name: 'x', query: '<script>' } }),
    'query',
  );
  expect((await callAsOwner('DELETE', `/api/admin/orders/views/${id}`)).status).toBe(204);
  refused(await callAsOwner('DELETE', `/api/admin/orders/views/${id}`), 404, 'view-not-found');
});

test('invoice and packing slip are PDFs', async () => {
  const order = await paidOrder();
  for (const paper of ['invoice', 'packing-slip']) {
    const answer = await callAsOwner('GET', `/api/admin/orders/${order.id}/${paper}`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.text.startsWith('%PDF-')).toBe(true);
  }
});
