import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditEntryId, fromUuid } from '@/lib/kernel/ids';
import { startTestStack, type TestStack } from '@/stack/test-stack';
import { type AuditFilter, auditStatement } from './internal/audit-statement';
import { AUDIT_FACETS } from './list-audit-facets';

const ROWS = 1_000_000;
const SPAN_MS = 30 * 86_400_000;
const BEGAN_MS = Date.UTC(2026, 9, 1);
/** A page of 51 rows, each found by its own way through the index. */
const MOST_BUFFERS = 400;

/**
 * Thirty days of a busy shop. Of two that are frequent by themselves the pair may be rare: `a` did half of all deeds and half of
 * all deeds are `product.updated`, but never his; one in a hundred thousand is a `settings.changed`.
 */
const FILL = `
  insert into audit_log (id, actor, action, subject, after, created_at)
  select (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0') || '8' || substr(md5(n::text), 1, 15))::uuid,
    case when n % 2 = 0 then 'a' else 'b' end,
    case when n % 100000 = 1 then 'settings.changed' when n % 2 = 1 then 'product.updated' else 'order.' || n % 7 end,
    'prod_' || n % 20000, '{"title": "Last Ferry"}', to_timestamp(ms / 1000.0)
  from (select n, ${BEGAN_MS} + (n::bigint * ${SPAN_MS} / ${ROWS}) as ms from generate_series(1, ${ROWS}) n) rows;
  analyze audit_log;
`;

let stack: TestStack;
let client: pg.Client;
let middle: AuditEntryId;

beforeAll(async () => {
  stack = await startTestStack();
  client = new pg.Client({ connectionString: stack.env.POSTGRES_URL_NON_POOLING });
  await client.connect();
  await client.query(FILL);
  const { rows } = await client.query<{ id: string }>(
    `select id::text from audit_log order by id offset ${ROWS / 2} limit 1`,
  );
  middle = fromUuid('aud', rows[0]?.id ?? '');
}, 240_000);

afterAll(async () => {
  await client?.end();
  await stack?.stop();
});

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** How many pages of the database a statement touches. */
async function buffersOf(text: string, values: readonly unknown[]): Promise<number> {
  const literals = values.map((value) =>
    typeof value === 'number' ? value : client.escapeLiteral(String(value)),
  );
  await client.query('deallocate all');
  await client.query(`prepare page as ${text}`);
  const { rows } = await client.query(
    `explain (analyze, buffers, format json) execute page(${literals.map(String).join(', ')})`,
  );
  const plan: Plan = rows[0]['QUERY PLAN'][0].Plan;
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

const at = (share: number) => new Date(BEGAN_MS + share * SPAN_MS).toISOString();
const WHO = [undefined, 'a', 'b', 'nobody'];
const WHAT = [undefined, 'product.updated', 'settings.changed', 'never.done'];
const OF = [undefined, 'prod_7', 'prod_none'];
const WHEN = [{}, { from: at(0.2), to: at(0.4) }, { to: at(0.01) }, { from: at(0.999) }, { from: at(2) }];

test('any page of a million entries, narrowed in any way, is read by an index in the order of the list', async () => {
  // As it is asked for: without a name, so that no generic plan is ever made.
  await client.query('set plan_cache_mode = force_custom_plan');
  for (const actor of WHO)
    for (const action of WHAT)
      for (const subject of OF)
        for (const when of WHEN)
          for (const after of [undefined, middle]) {
            const filter: AuditFilter = { actor, action, subject, ...when, after, limit: 50 };
            const { text, values } = auditStatement(filter);
            expect(await buffersOf(text, values), JSON.stringify(filter)).toBeLessThan(MOST_BUFFERS);
          }
}, 120_000);

test('by what it can be narrowed is found without reading it', async () => {
  expect(await buffersOf(AUDIT_FACETS, [500])).toBeLessThan(MOST_BUFFERS);
});
