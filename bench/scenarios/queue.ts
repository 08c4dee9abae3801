import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Inngest } from 'inngest';
import { serve } from 'inngest/node';
import { cpuTimes } from '../load/cpu-time';
import type { Load } from '../load/load';
import { runOpenLoad } from '../load/run-open-load';
import type { BenchShop } from '../shop/start-shop';

export type QueueResult = {
  readonly functions: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Processor time a function, in milliseconds, by who spent it; `app` is this process, the load on the shop included. */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** What the shop served meanwhile, at a steady rate. */
  readonly purchasesPerSecond: number;
  readonly purchaseP99Ms: number;
  /** From sending one urgent event behind so many others to the first line of its function. */
  readonly behind: number;
  readonly urgentMs: number;
};

const FUNCTIONS = 5_000;
const BEHIND = 10_000;
const BATCH = 1_000;
const PURCHASES_PER_SECOND = 50;
const LONGEST_MS = 300_000;

/**
 * How fast the shop's own job engine works off functions of a single step while the shop sells at a steady rate, and how long an
 * urgent one waits behind many others. The functions are an app of this process, registered beside the shop's.
 */
export async function runQueue(shop: BenchShop, purchases: Load): Promise<QueueResult> {
  const {
    INNGEST_BASE_URL: baseUrl = '',
    INNGEST_EVENT_KEY: eventKey = '',
    INNGEST_SIGNING_KEY: signingKey = '',
  } = shop.env;
  const client = new Inngest({
    id: 'bench',
    isDev: false,
    checkpointing: false,
    baseUrl,
    eventKey,
    signingKey,
  });
  let done = 0;
  let urgentAt = 0;
  const single = client.createFunction(
    { id: 'single', triggers: [{ event: 'bench/single' }], retries: 1 },
    async ({ step }) => {
      await step.run('one', () => {
        done += 1;
      });
    },
  );
  const urgent = client.createFunction(
    { id: 'urgent', triggers: [{ event: 'bench/urgent' }], retries: 1 },
    async ({ step }) => {
      await step.run('one', () => {
        urgentAt ||= performance.now();
      });
    },
  );
  const server = createServer(serve({ client, functions: [single, urgent] }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const app = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`;
  const send = async (count: number) => {
    for (let sent = 0; sent < count; sent += BATCH)
      await client.send(Array.from({ length: BATCH }, () => ({ name: 'bench/single', data: {} })));
  };
  const until = async (isSo: () => boolean) => {
    const deadline = performance.now() + LONGEST_MS;
    while (!isSo()) {
      if (performance.now() > deadline) throw new Error(`Only ${done} functions were done in time.`);
      await sleep(20);
    }
  };
  try {
    const synced = await fetch(app, { method: 'PUT', signal: AbortSignal.timeout(10_000) });
    if (!synced.ok)
      throw new Error(`Registering the functions answered ${synced.status}: ${await synced.text()}`);
    await send(BATCH);
    await until(() => done === BATCH);

    done = 0;
    const parts = { jobs: shop.parts.jobs, postgres: shop.parts.postgres };
    const [before, ownBefore, startedAt] = [await cpuTimes(parts), process.cpuUsage(), performance.now()];
    const selling = runOpenLoad(purchases, PURCHASES_PER_SECOND, 15_000);
    await send(FUNCTIONS);
    await until(() => done >= FUNCTIONS);
    const seconds = (performance.now() - startedAt) / 1_000;
    const own = process.cpuUsage(ownBefore);
    const after = await cpuTimes(parts);
    const sold = await selling;

    await send(BEHIND);
    const sentAt = performance.now();
    await client.send({ name: 'bench/urgent', data: {} });
    await until(() => urgentAt > 0);
    return {
      functions: FUNCTIONS,
      seconds,
      perSecond: FUNCTIONS / seconds,
      cpuMs: {
        app: (own.user + own.system) / 1_000 / FUNCTIONS,
        jobs: ((after.jobs ?? 0) - (before.jobs ?? 0)) / FUNCTIONS,
        postgres: ((after.postgres ?? 0) - (before.postgres ?? 0)) / FUNCTIONS,
      },
      purchasesPerSecond: sold.servedPerSecond,
      purchaseP99Ms: sold.p99Ms,
      behind: BEHIND,
      urgentMs: urgentAt - sentAt,
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
