import { beforeAll, describe, expect, test } from 'vitest';
import { checkout, fillCart } from '@/e2e/support/buyer';
import { callAsOwner } from '@/e2e/support/client';
import { inLanes } from '@/e2e/support/crowd';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';
import { eventually } from '@/e2e/support/wait';

// Enough that the sweeps of a moment do not count as statements of an order; Next's own server needs long for each.
const ORDERS = shop.long || shop.host === 'edge' ? 1_000 : 300;

const INSTANCES = 2;

/** How long the sweep of an instance rests, at least (app/edge.ts). */
const SWEEP_RESTS_MS = 1_500;

/** How often the shop asks one thing by itself, at most: both ends of the time may see a sweep. */
const ownWithin = (ms: number) => INSTANCES * (Math.floor(ms / SWEEP_RESTS_MS) + 1);

type Statements = ReadonlyMap<string, number>;

/**
 * Statements by the shop's own role so far, by their beginnings: this question excluded, and those of the job engine,
 * which by itself writes down a run each minute for each of some crons.
 */
async function listStatements(): Promise<Statements> {
  const rows = await queryDatabase(
    `select left(s.query, 70) as query, sum(s.calls)::int as calls
     from pg_stat_statements s join pg_roles r on r.oid = s.userid
     where s.toplevel and r.rolname = current_user and s.query not like '%pg_stat_statements%' and s.query not like '%jobs.%' group by 1`,
  );
  return new Map(rows.map(({ query, calls }) => [String(query), Number(calls)]));
}

/** What other tests have left to do, mails above all, would be counted too; so would what endpoints are told of each order. */
beforeAll(async () => {
  if (!databaseKnown) return;
  const { items } = (await callAsOwner('GET', '/api/admin/webhooks?limit=100')).body as {
    items: { id: string }[];
  };
  for (const { id } of items) await callAsOwner('DELETE', `/api/admin/webhooks/${id}`);
  await eventually('the jobs are done', 180_000, async () => {
    const [left] = await queryDatabase(
      // Those that sleep until a later try, as deliveries to an address that is gone do, are no work now.
      `select (select count(*) from outbox) + (select count(*) from jobs.job where run_at <= now() or token is not null) as runs`,
    );
    return Number(left?.runs) === 0 || undefined;
  });
}, 200_000);

type Measured = { calls: number[]; mostly: string };

/** How often an act causes each statement, and which ones mostly. */
async function measure(act: () => Promise<unknown>): Promise<Measured> {
  const before = await listStatements();
  await act();
  const after = await listStatements();
  const caused = [...after]
    .map(([query, calls]) => ({ query, calls: calls - (before.get(query) ?? 0) }))
    .sort((one, other) => other.calls - one.calls);
  const mostly = caused.slice(0, 8).flatMap(({ query, calls }) => (calls > 0 ? `${calls} ${query}` : []));
  return { calls: caused.map(({ calls }) => calls), mostly: mostly.join('; ') };
}

describe.runIf(databaseKnown)(
  'an order is one statement (needs CONTRACT_ENV with the address of Postgres)',
  () => {
    test.each(['lines', 'cartId'])('by %s', { timeout: 240_000 }, async (kind) => {
      const variantId = first((await makeProduct({ stock: ORDERS })).variants).id;
      const lines = [{ variantId, quantity: 1 }];
      const carts: string[] = [];
      if (kind === 'cartId')
        await inLanes(ORDERS, 8, async () => void carts.push((await fillCart(lines)).id));
      const from = performance.now();
      const selling = await measure(() =>
        inLanes(ORDERS, 8, async (index) => {
          const answer = await checkout(kind === 'lines' ? { lines } : { cartId: carts[index] });
          expect(answer.status, answer.text).toBe(201);
        }),
      );
      // What comes with not even one order in fifty is what the shop does by itself: sweeps, relays, jobs. A slow host gives
      // them more time; what the orders themselves cause is the same at both hosts, and one of them is quick.
      const sweeps = ownWithin(performance.now() - from);
      const own = selling.calls
        .filter((calls) => calls > Math.max(ORDERS / 50, sweeps))
        .reduce((sum, calls) => sum + calls, 0);
      expect(own / ORDERS, selling.mostly).toBeLessThanOrEqual(1.02);
      expect(own / ORDERS, 'the statements are seen at all').toBeGreaterThan(0.9);
    });
  },
);

const CALLS = 40;
const LISTS = [
  ...['products', 'collections', 'orders', 'customers', 'discounts', 'shipping-zones', 'tax-rates'],
  ...['staff', 'api-keys', 'audit', 'stock', 'stock-takes', 'book-checks'],
];

// The statements are the same on both hosts; Next's own server only needs longer for them.
describe.runIf(databaseKnown && (shop.long || shop.host === 'edge'))(
  'a merchant’s list is one statement, however much it shows',
  () => {
    test.each(LISTS)('%s', { timeout: 60_000 }, async (list) => {
      for (const limit of [1, 100]) {
        const asking = await measure(async () => {
          for (let index = 0; index < CALLS; index += 1) {
            const answer = await callAsOwner('GET', `/api/admin/${list}?limit=${limit}`);
            expect(answer.status, answer.text).toBe(200);
          }
        });
        // What comes with every call, not what the shop does by itself meanwhile, nor the key, which is remembered.
        const own = asking.calls.filter((calls) => calls >= CALLS / 2).reduce((sum, calls) => sum + calls, 0);
        expect(own / CALLS, `${list} of ${limit}: ${asking.mostly}`).toBeGreaterThan(0.9);
        expect(own / CALLS, `${list} of ${limit}: ${asking.mostly}`).toBeLessThan(1.25);
      }
    });
  },
);
