import { describe, expect, test } from 'vitest';
import { checkout, fillCart } from '@/e2e/support/buyer';
import { inLanes } from '@/e2e/support/crowd';
import { databaseKnown, queryDatabase } from '@/e2e/support/database';
import { first } from '@/e2e/support/pick';
import { makeProduct } from '@/e2e/support/product';
import { shop } from '@/e2e/support/shop';

/** Enough orders that the sweeps and relays of the same seconds do not count for more than 2 %. */
const ORDERS = shop.host === 'edge' ? 1_000 : 300;

/** Statements by the shop's own role so far, sweeps and relays included, this question excluded. */
async function countStatements(): Promise<Map<string, number>> {
  const rows = await queryDatabase(
    `select s.query, sum(s.calls)::int as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
     where s.toplevel and r.rolname = current_user and s.query not like '%pg_stat_statements%' group by s.query`,
  );
  return new Map(rows.map((row) => [String(row.query), Number(row.calls)]));
}

describe.runIf(databaseKnown)(
  'an order is one statement (needs CONTRACT_ENV with the address of Postgres)',
  () => {
    test.each(['lines', 'cartId'])('by %s', { timeout: 240_000 }, async (kind) => {
      const variantId = first((await makeProduct({ stock: ORDERS })).variants).id;
      const lines = [{ variantId, quantity: 1 }];
      const carts: string[] = [];
      if (kind === 'cartId')
        await inLanes(ORDERS, 4, async () => void carts.push((await fillCart(lines)).id));
      const before = await countStatements();
      await inLanes(ORDERS, 8, async (index) => {
        const answer = await checkout(kind === 'lines' ? { lines } : { cartId: carts[index] });
        expect(answer.status, answer.text).toBe(201);
      });
      const grown = [...(await countStatements())]
        .map(([query, calls]) => ({ query, calls: calls - (before.get(query) ?? 0) }))
        .filter((statement) => statement.calls > 0);
      const total = grown.reduce((sum, statement) => sum + statement.calls, 0);
      expect(total / ORDERS, JSON.stringify(grown, null, 1)).toBeLessThanOrEqual(1.02);
    });
  },
);
