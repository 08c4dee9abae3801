import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Latencies, summarise } from '../load/summary';
import type { BenchShop } from '../shop/start-shop';

export type ListResult = {
  readonly list: string;
  /** Asked for again and again, one after the other: the answer to one merchant who waits. */
  readonly first: Latencies;
  readonly thousandth: Latencies;
  /** Every page on the way there, once. */
  readonly walk: Latencies;
  /** Statements that one page costs, the shop's own work beside it included. */
  readonly statements: number;
};

const LISTS = ['orders', 'customers', 'products'] as const;
const PAGES = 1_000;
const ASKED = 200;

type Page = { readonly nextCursor: string | null };

/** How long merchants wait for pages of long lists: the first, the thousandth, and all between them. */
export async function runLists(shop: BenchShop): Promise<ListResult[]> {
  const results: ListResult[] = [];
  for (const list of LISTS) {
    const cursors: (string | null)[] = [null];
    const walk: number[] = [];
    for (let page = 1; page < PAGES; page += 1) {
      const { ms, answer } = await ask(shop, list, cursors.at(-1) ?? null);
      if (answer.nextCursor === null) throw new Error(`The list of ${list} ends after ${page} pages.`);
      cursors.push(answer.nextCursor);
      walk.push(ms);
    }
    const before = await countStatements(shop.postgresUrl);
    const first = await askAgain(shop, list, null);
    const thousandth = await askAgain(shop, list, cursors.at(-1) ?? null);
    const statements = ((await countStatements(shop.postgresUrl)) - before) / (2 * ASKED);
    results.push({ list, first, thousandth, walk: summarise(walk), statements });
  }
  return results;
}

async function askAgain(shop: BenchShop, list: string, cursor: string | null): Promise<Latencies> {
  const times: number[] = [];
  for (let n = 0; n < ASKED; n += 1) times.push((await ask(shop, list, cursor)).ms);
  return summarise(times);
}

async function ask(
  shop: BenchShop,
  list: string,
  cursor: string | null,
): Promise<{ ms: number; answer: Page }> {
  const query = new URLSearchParams({ limit: '50', ...(cursor === null ? {} : { cursor }) });
  const startedAt = performance.now();
  const response = await fetch(`${shop.url}/api/admin/${list}?${query}`, {
    headers: { authorization: `Bearer ${shop.ownerKey}` },
    signal: AbortSignal.timeout(30_000),
  });
  if (response.status === 429) {
    // One key may ask 40 times a second for long; the wait is the limit's, not the list's.
    await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
    return ask(shop, list, cursor);
  }
  const answer = (await response.json()) as Page;
  if (response.status !== 200) throw new Error(`The list of ${list} answered ${response.status}.`);
  return { ms: performance.now() - startedAt, answer };
}

async function countStatements(postgresUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ calls: string }>(
      'select coalesce(sum(calls), 0) as calls from pg_stat_statements where toplevel',
    );
    return Number(rows[0]?.calls ?? 0);
  } finally {
    await client.end();
  }
}
