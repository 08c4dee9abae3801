import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { type LoadResult, runLoad } from './load/run-load';
import { type OpenLoadResult, runOpenLoad } from './load/run-open-load';
import { startNullServer } from './load/start-null-server';
import { toPlot } from './report/plot';
import { type Measured, toTable } from './report/table';
import { type CrowdResult, runCrowd } from './scenarios/crowd';
import { httpScenarios, SPREAD } from './scenarios/http-scenarios';
import { type ListResult, runLists } from './scenarios/lists';
import { type QueueResult, runQueue } from './scenarios/queue';
import { type RelayResult, runRelay } from './scenarios/relay';
import type { Scenario } from './scenarios/scenario';
import { SQL_CEILING, sqlScenarios } from './scenarios/sql-scenarios';
import { growLists } from './shop/grow-lists';
import { growOrders } from './shop/grow-orders';
import { type PurchaseCost, readPurchaseCost, resetPurchaseCost } from './shop/purchase-cost';
import { type BenchShop, startShop } from './shop/start-shop';
import { stockShop } from './shop/stock-shop';

const { values: options } = parseArgs({
  options: {
    clients: { type: 'string', default: '32' },
    /** Connections of the scenarios that speak SQL. */
    connections: { type: 'string', default: '8' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    'warm-up': { type: 'string', default: '10' },
    /** Part of a scenario's name: only those are run. */
    only: { type: 'string', default: '' },
    /** Also with 10 thousand and 1 million orders in the books. */
    growth: { type: 'boolean', default: false },
    /** Only the jobs: what the work behind a sale costs the sale, and how fast functions are worked off. */
    jobs: { type: 'boolean', default: false },
    /** Only what merchants page through, at 100,000 of each. */
    lists: { type: 'boolean', default: false },
  },
});
const roundMs = Number(options.seconds) * 1_000;
const CROWDS = 3;
const LISTED = 100_000;
/** After a checkpoint the first change of a page logs the whole page: this is past the most of it. */
const GROWTH_WARM_UP_MS = 30_000;
const say = (line: string) => console.log(line);

/** The middle one, by rate: a round that the machine disturbed does not count. */
function median(results: readonly LoadResult[]): LoadResult {
  const middle = results.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(results.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

async function measure(
  shop: BenchShop,
  scenarios: readonly Scenario[],
): Promise<Map<Scenario, LoadResult[]>> {
  const clientsOf = ({ name }: Scenario) =>
    Number(name.endsWith('SQL') ? options.connections : options.clients);
  const measured = new Map<Scenario, LoadResult[]>(scenarios.map((scenario) => [scenario, []]));
  for (const scenario of scenarios)
    await runLoad(scenario.load, clientsOf(scenario), Number(options['warm-up']) * 1_000);
  // Interleaved, so that a slow minute of the machine falls on all of them.
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [scenario, results] of measured)
      results.push(await runLoad(scenario.load, clientsOf(scenario), roundMs, shop.parts));
    say(`  round ${round + 1} of ${options.rounds}`);
  }
  return measured;
}

/** Half and nearly all of what the closed loop reached, offered at a steady rate. */
async function measureOpen(scenario: Scenario, reached: number): Promise<Record<string, OpenLoadResult>> {
  const results: Record<string, OpenLoadResult> = {};
  for (const share of [0.5, 0.8])
    results[`${100 * share} % of the closed loop's rate`] = await runOpenLoad(
      scenario.load,
      reached * share,
      roundMs,
    );
  return results;
}

/** What a purchase costs Postgres, and its rate, as the books fill up. */
async function measureGrowth(shop: BenchShop, scenario: Scenario) {
  const steps: { orders: number; cost: PurchaseCost; result: LoadResult }[] = [];
  for (const orders of [10_000, 1_000_000]) {
    await growOrders(shop.postgresUrl, orders, (line) => say(`  ${line}`));
    await runLoad(scenario.load, Number(options.clients), GROWTH_WARM_UP_MS);
    await resetPurchaseCost(shop.postgresUrl);
    const results: LoadResult[] = [];
    for (let round = 0; round < Number(options.rounds); round += 1)
      results.push(await runLoad(scenario.load, Number(options.clients), roundMs, shop.parts));
    steps.push({ orders, cost: await readPurchaseCost(shop.postgresUrl), result: median(results) });
  }
  return steps;
}

say('Starting a shop of its own …');
const nullServer = await startNullServer();
const shop = await startShop();
try {
  const stocked = await stockShop(shop);
  const allScenarios = [
    ...httpScenarios(shop, nullServer.url, stocked),
    ...(await sqlScenarios(shop, stocked)),
  ];
  const scenarios = allScenarios.filter(
    ({ name }) => !options.jobs && !options.lists && name.includes(options.only),
  );
  say(`Warming up, then ${options.rounds} rounds of ${options.seconds} s each, ${options.clients} clients …`);
  const rounds = await measure(shop, scenarios);
  const measured: Measured[] = [...rounds].map(([scenario, results]) => ({
    scenario,
    result: median(results),
  }));
  say(`\n${toTable(measured)}\n`);

  const spread = measured.find(({ scenario }) => scenario.name === SPREAD);
  const open = spread ? await measureOpen(spread.scenario, spread.result.perSecond) : {};
  for (const [name, result] of Object.entries(open))
    say(
      `open loop, ${name}: offered ${result.offeredPerSecond.toFixed(0)}/s, served ${result.servedPerSecond.toFixed(0)}/s, ` +
        `p50 ${result.p50Ms.toFixed(1)} ms, p99 ${result.p99Ms.toFixed(1)} ms, dropped ${result.dropped}`,
    );

  const crowds: CrowdResult[] = [];
  for (let round = 0; round < CROWDS && !options.lists; round += 1)
    crowds.push(await runCrowd(shop, 400, 100));
  for (const crowd of crowds)
    say(
      `a crowd of ${crowd.buyers} on ${crowd.units} units: ${crowd.sold} sold, ${crowd.refused} refused, ${crowd.others} other answers ` +
        `in ${crowd.seconds.toFixed(2)} s (p99 ${crowd.p99Ms.toFixed(0)} ms), ${crowd.faults} faults in the books`,
    );

  const withJobs = (options.only === '' && !options.lists) || options.jobs;
  const purchases = allScenarios.find(({ name }) => name === SPREAD);
  // Before the queue: what that leaves behind belongs to an app that is gone, and would never drain.
  const relay: RelayResult | null = withJobs
    ? await runRelay(shop, { clients: Number(options.clients), rounds: CROWDS, roundMs })
    : null;
  if (relay !== null) {
    const [idle, working] = [median(relay.without), median(relay.with)];
    say(
      `purchases that each send a mail: ${working.perSecond.toFixed(0)}/s with the jobs at work, ` +
        `${((100 * working.perSecond) / idle.perSecond).toFixed(1)} % of ${idle.perSecond.toFixed(0)}/s with them stopped; ` +
        `${relay.queued} waited at the end, done after ${relay.drainSeconds?.toFixed(1) ?? 'more than 600'} s, ${relay.failed} failed`,
    );
  }

  const queue: QueueResult | null =
    withJobs && purchases !== undefined ? await runQueue(shop, purchases.load) : null;
  if (queue !== null)
    say(
      `${queue.functions} functions of one step in ${queue.seconds.toFixed(1)} s, ${queue.perSecond.toFixed(0)}/s ` +
        `(${Object.entries(queue.cpuMs)
          .map(([who, ms]) => `${who} ${ms.toFixed(1)} ms`)
          .join(
            ', ',
          )} each) beside ${queue.purchasesPerSecond.toFixed(0)} purchases/s (p99 ${queue.purchaseP99Ms.toFixed(0)} ms); ` +
        `an urgent one behind ${queue.behind} began after ${(queue.urgentMs / 1_000).toFixed(2)} s`,
    );

  const growth = options.growth && spread ? await measureGrowth(shop, spread.scenario) : [];
  for (const { orders, cost, result } of growth)
    say(
      `with ${orders.toLocaleString('en')} orders: ${result.perSecond.toFixed(0)} purchases/s, p99 ${result.p99Ms.toFixed(1)} ms, ` +
        `${cost.buffers} buffers and ${cost.walBytes} bytes of WAL a purchase, ${cost.pageImages.toFixed(3)} page images among it`,
    );

  const lists: ListResult[] = [];
  if (options.lists) {
    await growLists(shop.postgresUrl, LISTED, (line) => say(`  ${line}`));
    lists.push(...(await runLists(shop)));
  }
  for (const { list, first, thousandth, walk, statements } of lists)
    say(
      `${LISTED.toLocaleString('en')} ${list}, p95: first page ${first.p95Ms.toFixed(1)} ms, thousandth ${thousandth.p95Ms.toFixed(1)} ms, ` +
        `all between ${walk.p95Ms.toFixed(1)} ms; ${statements.toFixed(2)} statements a page`,
    );

  const results = new URL('./results/', import.meta.url);
  await mkdir(results, { recursive: true });
  const at = new Date().toISOString();
  const machine = {
    cores: cpus().length,
    model: cpus()[0]?.model,
    memory: totalmem(),
    node: process.version,
  };
  const report = {
    at,
    machine,
    options,
    medians: Object.fromEntries(measured.map(({ scenario, result }) => [scenario.name, result])),
    rounds: Object.fromEntries([...rounds].map(([{ name }, all]) => [name, all])),
    open,
    crowds,
    relay,
    queue,
    growth,
    lists,
  };
  const name = at.replaceAll(':', '-');
  await writeFile(new URL(`${name}.json`, results), JSON.stringify(report, null, 2));
  await writeFile(new URL(`${name}.md`, results), `${toTable(measured)}\n`);
  await writeFile(
    new URL(`${name}.svg`, results),
    toPlot(
      'Requests a second',
      measured
        .filter(({ scenario }) => scenario.name !== SQL_CEILING)
        .map(({ scenario, result }) => ({
          label: scenario.name,
          value: result.perSecond,
          note: Math.round(result.perSecond).toLocaleString('en'),
        })),
    ),
  );
  say(`Written to ${new URL(name, results).pathname}.{json,md,svg}`);
} finally {
  nullServer.stop();
  await shop.stop();
}
