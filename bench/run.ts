import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type LoadResult, runLoad } from './load/run-load';
import { type Scenario, scenariosOf } from './scenarios';
import { startShop } from './shop/start-shop';
import { stockShop } from './shop/stock-shop';

const { values: options } = parseArgs({
  options: {
    clients: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    'warm-up': { type: 'string', default: '6' },
    /** Part of a scenario's name: only those are run. */
    only: { type: 'string', default: '' },
  },
});
const clients = Number(options.clients);
const roundMs = Number(options.seconds) * 1_000;

/** The middle one, by rate: a round that the machine disturbed does not count. */
function median(results: readonly LoadResult[]): LoadResult {
  const middle = results.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(results.length / 2)];
  if (middle === undefined) throw new Error('Nothing was measured.');
  return middle;
}

console.log('Starting a shop of its own …');
const shop = await startShop();
try {
  const stocked = await stockShop(shop);
  const scenarios = scenariosOf(shop, stocked).filter(({ name }) => name.includes(options.only));
  const measured = new Map<Scenario, LoadResult[]>(scenarios.map((scenario) => [scenario, []]));

  console.log(`Warming up, then ${options.rounds} rounds of ${options.seconds} s each, ${clients} clients …`);
  for (const scenario of scenarios) await runLoad(scenario.load, clients, Number(options['warm-up']) * 1_000);
  // Interleaved, so that a slow minute of the machine falls on all of them.
  for (let round = 0; round < Number(options.rounds); round += 1) {
    for (const [scenario, results] of measured)
      results.push(await runLoad(scenario.load, clients, roundMs, shop.parts));
  }

  const medians = new Map(scenarios.map((scenario) => [scenario.name, median(measured.get(scenario) ?? [])]));
  console.table(
    Object.fromEntries(
      scenarios.map(({ name, ceiling }) => {
        const result = medians.get(name);
        const top = ceiling === null ? undefined : medians.get(ceiling);
        return [
          name,
          {
            'per second': Math.round(result?.perSecond ?? 0),
            'of the bare route':
              top && result ? `${((100 * result.perSecond) / top.perSecond).toFixed(1)} %` : '',
            'p50 ms': result?.p50Ms.toFixed(1),
            'p95 ms': result?.p95Ms.toFixed(1),
            'p99 ms': result?.p99Ms.toFixed(1),
            'edge µs': result?.cpuMicros.edge,
            'Postgres µs': result?.cpuMicros.postgres,
            'generator µs': result?.cpuMicros.generator,
            answers: JSON.stringify(result?.outcomes),
          },
        ];
      }),
    ),
  );
  await mkdir(new URL('./results/', import.meta.url), { recursive: true });
  const file = new URL(`./results/${new Date().toISOString().replaceAll(':', '-')}.json`, import.meta.url);
  const report = {
    at: new Date().toISOString(),
    cores: cpus().length,
    node: process.version,
    clients,
    options,
  };
  await writeFile(
    file,
    JSON.stringify(
      { ...report, medians: Object.fromEntries(medians), rounds: [...measured.values()] },
      null,
      2,
    ),
  );
  console.log(`Written to ${file.pathname}`);
} finally {
  await shop.stop();
}
