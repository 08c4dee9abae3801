import pg from 'pg';
import { httpClient } from '../load/http-load';
import { summarise } from '../load/summary';
import type { BenchShop } from '../shop/start-shop';
import { makeProduct, toUuid } from '../shop/stock-shop';
import { checkout, line } from './http-scenarios';

export type CrowdResult = {
  readonly buyers: number;
  readonly units: number;
  readonly sold: number;
  readonly refused: number;
  /** Answers other than a yes or a sold out, and those that never came. */
  readonly others: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly p99Ms: number;
  /** Rows by which the books do not balance afterwards. */
  readonly faults: number;
};

const LANES = 32;

/** So many buyers, each on a connection of their own, ask for one unit of the same variant at the same moment. */
export async function runCrowd(shop: BenchShop, buyers: number, units: number): Promise<CrowdResult> {
  const [variantId = ''] = (
    await makeProduct(shop, `Bench crowd ${crypto.randomUUID().slice(0, 8)}`, 1, units)
  ).ids;
  const client = new pg.Client({ connectionString: shop.postgresUrl });
  await client.connect();
  await client.query(
    `select set_lanes(jsonb_build_object('variantId', $1::uuid, 'lanes', $2::int, 'actor', 'bench'))`,
    [toUuid(variantId), LANES],
  );
  const clients = Array.from({ length: buyers }, () =>
    httpClient(shop.url, () => checkout({ lines: [line(variantId)] })),
  );
  const startedAt = performance.now();
  const answers = await Promise.all(
    clients.map(async (buyer) => {
      const status = await buyer.send().catch(() => 0);
      return { status, ms: performance.now() - startedAt };
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const buyer of clients) buyer.close();
  const { rows } = await client.query('select * from check_stock($1::uuid[])', [[toUuid(variantId)]]);
  await client.end();
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  return {
    buyers,
    units,
    sold: count(201),
    refused: count(409),
    others: buyers - count(201) - count(409),
    seconds,
    p99Ms: summarise(answers.map(({ ms }) => ms)).p99Ms,
    faults: rows.length,
  };
}
