import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { httpClient } from '../load/http-load';
import { type LoadResult, runLoad } from '../load/run-load';
import type { BenchShop } from '../shop/start-shop';
import { makeProduct } from '../shop/stock-shop';
import { checkout, line } from './http-scenarios';

export type RelayResult = {
  /** Purchases that are paid at once, so that each sends its buyer a mail; the job engine stopped, and at work. */
  readonly without: readonly LoadResult[];
  readonly with: readonly LoadResult[];
  /** Events and runs that waited when the last purchase was answered. */
  readonly queued: number;
  /** How long they took to be done, with nothing else to do; null when it was longer than anybody waited. */
  readonly drainSeconds: number | null;
  /** Runs that failed for good. */
  readonly failed: number;
};

const STOCK = 1_000_000;
const LONGEST_DRAIN_MS = 600_000;

/**
 * What the work behind a sale costs the sale: the same load with the job engine and its origin stopped, and running, in turn; and
 * how long what has queued up by then takes to drain.
 */
export async function runRelay(
  shop: BenchShop,
  { clients, rounds, roundMs }: { clients: number; rounds: number; roundMs: number },
): Promise<RelayResult> {
  const { ids } = await makeProduct(shop, 'Bench gift', 50, STOCK, 0);
  const load = {
    isServed: (status: number) => status === 201,
    open: () =>
      httpClient(shop.url, () =>
        checkout({ lines: [line(ids[Math.floor(Math.random() * ids.length)] ?? '')] }),
      ),
  };
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of [shop.parts.jobs, shop.parts.jobsOrigin]) process.kill(pid, name);
  };
  const without: LoadResult[] = [];
  const working: LoadResult[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      signal('SIGSTOP');
      without.push(await runLoad(load, clients, roundMs, shop.parts));
      signal('SIGCONT');
      working.push(await runLoad(load, clients, roundMs, shop.parts));
    }
  } finally {
    signal('SIGCONT');
  }
  return { without, with: working, ...(await drain(shop)) };
}

async function drain(shop: BenchShop): Promise<Pick<RelayResult, 'queued' | 'drainSeconds' | 'failed'>> {
  const client = new pg.Client({ connectionString: shop.postgresUrl });
  await client.connect();
  const look = async () => {
    const { rows } = await client.query<{ waiting: number; failed: number }>(
      `select (select count(*) from outbox)::int + (select count(*) from jobs.run where ended_at is null)::int as waiting,
              (select count(*) from jobs.run where status = 'failed')::int as failed`,
    );
    return rows[0] ?? { waiting: 0, failed: 0 };
  };
  const startedAt = performance.now();
  let { waiting, failed } = await look();
  const queued = waiting;
  while (waiting > 0 && performance.now() - startedAt < LONGEST_DRAIN_MS) {
    await sleep(250);
    ({ waiting, failed } = await look());
  }
  await client.end();
  return { queued, drainSeconds: waiting > 0 ? null : (performance.now() - startedAt) / 1_000, failed };
}
