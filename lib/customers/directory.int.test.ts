import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { atomically, closeDatabase, query } from '@/db/client';
import { makeOffer } from '@/db/testing/offers';
import { type CustomerId, fromUuid, newId, toUuid } from '@/lib/kernel/ids';
import { placeOrder } from '@/lib/orders/place-order';
import { findCustomer, listCustomers, listCustomerTags } from './directory';
import { eraseCustomer } from './erase-customer';
import { addCustomerNote, changeCustomerTags, removeCustomerNote } from './notes-and-tags';

const by = { actor: 'test' };
const word = () => newId('req').slice(-10);

afterAll(closeDatabase);

/** A guest of this name orders; gives who they are to the shop. */
async function buyAs(name: string, email: string): Promise<CustomerId> {
  const variantId = await makeOffer({ stock: 5 });
  const placed = await placeOrder(
    {
      lines: [{ variantId, quantity: 1 }],
      email,
      shippingAddress: { name, line1: '1 Main St', city: 'Springfield', postalCode: '12345', country: 'US' },
    },
    { idempotency: { id: toUuid(newId('req')), fingerprint: 'ab'.repeat(32) }, holdSeconds: 600 },
  );
  if (!placed.ok) throw new Error(placed.reason);
  return fromUuid('cust', toUuid(placed.value.order.id));
}

const emailsOf = async (filter: { query?: string; tag?: string }) =>
  (await listCustomers({ ...filter, limit: 50 })).items.map(({ email }) => email);

it('finds guests and accounts by the beginning of an address and of any word of a name', async () => {
  const [family, mark] = [`Zq${word()}`, word()];
  const guest = `guest.${mark}@example.com`;
  const member = `member.${mark}@example.com`;
  await buyAs(`Ada ${family}`, guest);
  await atomically([
    sql`insert into customers (id, email, name) values (${toUuid(newId('cust'))}::uuid, ${member}, ${`${family} Bo`})`,
  ]);
  expect(await emailsOf({ query: family.toUpperCase() })).toEqual([member, guest]);
  expect(await emailsOf({ query: `ada ${family}` })).toEqual([guest]);
  expect(await emailsOf({ query: guest.slice(0, -4) })).toEqual([guest]);
  expect(await emailsOf({ query: `%${family}` })).toEqual([]);
});

it('pages through what it finds without a gap or a double', async () => {
  const family = `Pg${word()}`;
  for (let n = 0; n < 5; n += 1) await buyAs(`Ada ${family}`, `p${n}.${word()}@example.com`);
  const seen: string[] = [];
  let after: CustomerId | undefined;
  do {
    const page = await listCustomers({ query: family, limit: 2, after });
    seen.push(...page.items.map(({ email }) => email));
    after = page.nextCursor ?? undefined;
  } while (after);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
});

it('tags are all that is named, are found by, and are counted', async () => {
  const tag = `tag ${word()}`;
  const email = `T.${word()}@Example.com`;
  const id = await buyAs('Ada', email);
  expect(await changeCustomerTags(id, [tag, 'vip', tag], by)).toMatchObject({ ok: true });
  expect((await findCustomer(id))?.tags).toEqual([tag, 'vip']);
  expect(await emailsOf({ tag })).toEqual([email.toLowerCase()]);
  expect(await emailsOf({ tag, query: 'ada' })).toHaveLength(1);
  expect(await emailsOf({ tag, query: 'nobody' })).toEqual([]);
  expect(await listCustomerTags()).toContainEqual({ tag, count: 1 });
  await changeCustomerTags(id, ['vip'], by);
  expect(await emailsOf({ tag })).toEqual([]);
  const [audit] = await query<{ after: string }>(
    'test_tag_audit',
    `select after::text from audit_log where action = 'customer.tagged' and subject = $1 order by id desc limit 1`,
    [id],
  );
  expect(JSON.parse(audit?.after ?? 'null')).toEqual({ tags: ['vip'] });
});

it('notes are written, taken away, and gone with the person, as are the tags', async () => {
  const id = await buyAs('Ada', `n.${word()}@example.com`);
  const first = await addCustomerNote(id, 'Collects early prints', by);
  await addCustomerNote(id, 'Calls in the evening', by);
  expect((await findCustomer(id))?.notes.map(({ text }) => text)).toEqual([
    'Calls in the evening',
    'Collects early prints',
  ]);
  if (!first.ok) throw new Error(first.reason);
  expect(await removeCustomerNote(id, first.value.id, by)).toMatchObject({ ok: true });
  expect(await removeCustomerNote(id, first.value.id, by)).toMatchObject({ ok: false });
  const tag = word();
  await changeCustomerTags(id, [tag], by);
  await eraseCustomer(id, by);
  const left = await query<{ n: string }>(
    'test_left',
    `select (select count(*) from customer_notes where text = 'Calls in the evening')
       + (select count(*) from customer_tags where tag = $1) as n`,
    [tag],
  );
  expect(Number(left[0]?.n)).toBe(0);
  expect(await addCustomerNote(id, 'x', by)).toMatchObject({ ok: false, reason: 'customer-not-found' });
});
