import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUuid, type OrderId } from '@/lib/kernel/ids';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { listOrdersStatement } from './internal/list-orders-statement';
import type { OrderFilter } from './list-orders';

const ORDERS = 100_000;

/** A year of orders in three currencies to five countries, each by one of 40,000 people; one in a thousand went to Iceland. */
const FILL = `
  insert into orders (id, status, currency, idempotency_id, fingerprint, shipping_minor, tax_minor, tax_included_minor,
    discount_minor, total_minor, payment_status, placed_expires_at, expires_at, created_at, paid_at, fulfilment)
  select uuid_at(at)::text::uuid, s.status, (array['USD', 'EUR', 'GBP'])[1 + n % 3], gen_random_uuid(), '\\x00', 0, 0, 0, 0,
    (random() * 100000)::int, case when s.status in ('pending', 'expired') then 'none' else 'succeeded' end::order_payment_status,
    at, at, at, at, case s.status when 'fulfilled' then 'sent' end::order_fulfilment
  from (select n, now() - make_interval(secs => (${ORDERS} - n) * 315) as at from generate_series(1, ${ORDERS}) n) as placed
  cross join lateral (select (case when n % 50 = 0 then 'refunded' when n % 50 = 1 then 'partially_refunded'
    when n % 50 = 2 then 'cancelled' when n % 50 = 3 then 'expired' when n > ${ORDERS} - 2000 then 'paid'
    else 'fulfilled' end)::order_status as status) as s;
  insert into order_contacts (order_id, email, shipping_address)
  select id, 'person' || n % 40000 || '@example.com', jsonb_build_object('name', 'Ada Person' || n % 40000, 'line1', 'x',
    'city', 'x', 'postalCode', 'x', 'country', case when n % 1000 = 0 then 'IS' else (array['US', 'FR', 'GB', 'DE', 'CA'])[1 + n % 5] end)
  from (select id, row_number() over (order by id) as n from orders) as o;
  insert into order_lines (order_id, position, variant_id, product_id, sku, title, options, quantity, unit_price_minor, tax_rate_ppm,
    tax_minor, tax_included_minor)
  select id, 0, new_uuid_v7(), new_uuid_v7(), 'S', 'T', '[]', 1, total_minor, 0, 0, 0 from orders;
  insert into customer_tags (id, email, tag)
  select new_uuid_v7(), 'person' || n || '@example.com', 'regular' from generate_series(1, 2000) n;
  analyze orders, order_contacts, order_lines, customer_tags;
`;

let stack: TestStack;
let client: pg.Client;
let middle: OrderId;

beforeAll(async () => {
  stack = await startTestStack();
  client = new pg.Client({ connectionString: stack.env.POSTGRES_URL_NON_POOLING });
  await client.connect();
  await client.query(FILL);
  const { rows } = await client.query<{ id: string }>(
    `select id::text from orders order by id offset ${ORDERS / 2} limit 1`,
  );
  middle = fromUuid('ord', rows[0]?.id ?? '');
});

afterAll(async () => {
  await client?.end();
  await stack?.stop();
});

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

/** What the page offers, of each kind something frequent and something rare. What a quarter of all buyers begin with nobody types. */
const KINDS: readonly (readonly OrderFilter[])[] = [
  [{ status: 'paid' }, { status: 'refunded' }],
  [{ fulfilment: 'unsent' }, { fulfilment: 'partly-sent' }, { fulfilment: 'sent' }],
  [{ from: day(30) }, { from: day(200), to: day(190) }],
  [{ country: 'FR' }, { country: 'IS' }, { country: 'NO' }],
  [{ currency: 'EUR' }, { currency: 'JPY' }],
  [{ minTotal: 50_000 }, { minTotal: 99_999_999 }, { minTotal: 10, maxTotal: 20 }],
  [{ query: 'person12' }, { query: 'person123@' }, { query: 'nobody' }, { query: '4711' }],
];

/** Each alone, and each two together: more only narrow the same walk further. */
const FILTERS: readonly OrderFilter[] = [
  {},
  ...KINDS.flat(),
  ...KINDS.flatMap((kind, at) =>
    KINDS.slice(at + 1).flatMap((other) => kind.flatMap((one) => other.map((two) => ({ ...one, ...two })))),
  ),
];

type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

/** What fits a page of Postgres may be read as a whole. */
const scannedTables = (plan: Plan): string[] => [
  ...(plan['Node Type'].includes('Seq Scan') && plan['Relation Name'] !== 'shop_settings'
    ? [plan['Relation Name'] ?? '']
    : []),
  ...(plan.Plans ?? []).flatMap(scannedTables),
];

async function explain(text: string, values: readonly unknown[]): Promise<{ scanned: string[]; ms: number }> {
  const literals = values.map((value) =>
    typeof value === 'number' || value === null ? String(value) : client.escapeLiteral(String(value)),
  );
  await client.query('deallocate all');
  await client.query(`prepare page as ${text}`);
  const { rows } = await client.query(`explain (analyze, format json) execute page(${literals.join(', ')})`);
  const [{ Plan: plan, 'Execution Time': ms }] = rows[0]['QUERY PLAN'];
  return { scanned: scannedTables(plan), ms };
}

describe.each(['auto', 'force_generic_plan'])('with 100,000 orders, planned %s', (mode) => {
  beforeAll(() => client.query(`set plan_cache_mode = ${mode}`));

  test('a list narrowed by anything that the page offers reads no table whole', async () => {
    let slowest = { ms: 0, of: '' };
    for (const filter of FILTERS) {
      for (const after of [undefined, middle]) {
        const { text, values } = listOrdersStatement({ ...filter, after }, 51);
        const { scanned, ms } = await explain(text, values);
        const of = JSON.stringify({ ...filter, after });
        expect(scanned, of).toEqual([]);
        expect(ms, of).toBeLessThan(1_000);
        if (ms > slowest.ms) slowest = { ms, of };
      }
    }
    process.stdout.write(
      `orders, ${mode}: ${FILTERS.length * 2} pages, slowest ${slowest.ms} ms: ${slowest.of}\n`,
    );
  });

  test('customers by what they did last, by address, name and tag come at once', async () => {
    for (const [search, tag] of [
      [null, null],
      ['person123', null],
      ['ada person77', null],
      ['person123@ex', null],
      ['nobody', null],
      [null, 'regular'],
      ['person19', 'regular'],
    ]) {
      for (const after of [null, middle.slice(4)]) {
        const from = performance.now();
        await client.query('select * from list_customers($1::uuid, $2, $3, 51)', [after, search, tag]);
        expect(performance.now() - from, JSON.stringify({ search, tag, after })).toBeLessThan(2_000);
      }
    }
  });
});
