import { type SQL, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { atomically, closeDatabase } from '@/db/client';
import { newId, toUuid } from '@/lib/kernel/ids';

afterAll(closeDatabase);

// Nobody whom other tests have ordered for: of an address that is most of the table Postgres rightly reads the table.
const id = toUuid(newId('cust'));

/** How Postgres goes about a statement when it may not read a whole table. */
async function planOf(statement: SQL): Promise<string> {
  const [, rows = []] = await atomically([sql`set local enable_seqscan = off`, sql`explain ${statement}`]);
  return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
}

test.each([
  [
    'the addresses of a customer',
    'customer_addresses_customer_id_id_idx',
    sql`select 1 from customer_addresses where customer_id = ${id}::uuid order by is_default desc, id desc`,
  ],
  [
    'the links that are about a customer',
    'customer_password_links_customer_id_idx',
    sql`select 1 from customer_password_links where customer_id = ${id}::uuid and used_at is null`,
  ],
  [
    'the orders that a customer placed',
    'orders_customer_id_id_idx',
    sql`select id from orders where customer_id = ${id}::uuid order by id desc limit 25`,
  ],
  [
    'the orders that were placed with an address',
    'order_contacts_email_idx',
    sql`select order_id from order_contacts where lower(email) = lower('nobody@example.com') order by order_id desc limit 25`,
  ],
  [
    'the mails about orders',
    'mails_order_id_idx',
    sql`select 1 from mails where order_id = any (array[${id}::uuid]) order by id`,
  ],
  [
    'the mails to an address',
    'mails_recipient_idx',
    sql`select 1 from mails where lower(recipient) = lower('nobody@example.com') order by id`,
  ],
])('%s are found by an index', async (_, index, statement) => {
  const plan = await planOf(statement);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});
