import { type SQL, sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { closeDatabase } from '@/db/client';
import { inSession } from '@/db/session';
import { newId, toUuid } from '@/lib/kernel/ids';
import { type DueWork, findDueWork } from './find-due-work';

afterAll(closeDatabase);

const orderId = toUuid(newId('ord'));
const paymentId = toUuid(newId('pay'));
const order = (paymentStatus: string) => sql`
  insert into orders (id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor,
    discount_minor, total_minor, payment_status, placed_expires_at, expires_at)
  values (${orderId}::uuid, 'pending', 'USD', ${orderId}::uuid, '', 0, 0, 0, 0, 100, ${paymentStatus}::order_payment_status,
    now() - interval '1 second', now() - interval '1 second')`;
const payment = (status: string) => sql`
  insert into payments (id, order_id, provider, method, amount_minor, currency, status, ask_at)
  values (${paymentId}::uuid, ${orderId}::uuid, 'test', 'test_ok', 100, 'USD', ${status}::payment_status, now() - interval '1 second')`;

const cases: [keyof DueWork, SQL[]][] = [
  [
    'events',
    [
      sql`insert into provider_events (provider, event_id, payment_id, kind, data)
          values ('test', ${paymentId}, ${paymentId}::uuid, 'succeeded', '{}')`,
    ],
  ],
  ['payments', [order('processing'), payment('in-doubt')]],
  [
    'refunds',
    [
      order('processing'),
      payment('succeeded'),
      sql`insert into refunds (id, order_id, payment_id, amount_minor, currency, status, reason, actor)
          values (${toUuid(newId('ref'))}::uuid, ${orderId}::uuid, ${paymentId}::uuid, 100, 'USD', 'processing', 'test', 'system')`,
    ],
  ],
  ['holds', [order('none')]],
  [
    'outbox',
    [
      sql`insert into outbox (id, name, data, created_at)
          values (${toUuid(newId('evt'))}::uuid, 'test/happened', '{}', now() - interval '6 seconds')`,
    ],
  ],
  [
    'deliveries',
    [
      sql`insert into test_provider_deliveries (id, payment_id, kind, due_at)
          values (${toUuid(newId('evt'))}::uuid, ${paymentId}::uuid, 'succeeded', now() - interval '1 second')`,
    ],
  ],
];

const TABLES = ['provider_events', 'payments', 'refunds', 'orders', 'test_provider_deliveries', 'outbox'];

class Undo extends Error {}

/** What is due in a shop that holds nothing but this, seen from inside a transaction that never was. */
async function dueAmong(statements: SQL[]): Promise<DueWork> {
  let due: DueWork | undefined;
  await inSession(async (session) => {
    // Only this session's own rows count: the others are out of its sight, whoever works on them meanwhile.
    await session.execute(sql`set local search_path to pg_temp, public`);
    for (const table of TABLES)
      await session.execute(
        sql.raw(
          `create temporary table ${table} (like public.${table} including defaults including generated including identity) on commit drop`,
        ),
      );
    for (const statement of statements) await session.execute(statement);
    const { rows } = await session.execute<{ due: DueWork }>(sql`select work_due() as due`);
    due = rows[0]?.due;
    throw new Undo();
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  if (due === undefined) throw new Error('Nothing was answered.');
  return due;
}

const nothing: DueWork = {
  events: false,
  payments: false,
  refunds: false,
  holds: false,
  deliveries: false,
  outbox: false,
};

it('nothing is due where nothing is', async () => {
  expect(await dueAmong([])).toEqual(nothing);
});

it.each(cases)('%s that wait are seen, and nothing else', async (kind, statements) => {
  expect(await dueAmong(statements)).toEqual({ ...nothing, [kind]: true });
});

it('is one statement for a sweep', async () => {
  expect(Object.keys(await findDueWork()).toSorted()).toEqual(Object.keys(nothing).toSorted());
});
