import { contractEnv, type Host, makeOwnerKey } from '@/cli/test/contract-env';
import { findChromium } from '@/cli/test/find-chromium';
import { runCommand } from '@/cli/test/run-command';
import { runJourneys } from '@/cli/test/run-journeys';
import { runVitest } from '@/cli/test/run-vitest';
import { tallyOf } from '@/cli/test/tally';
import { createTestRun } from '@/cli/test/test-run';
import { buildShop } from '@/stack/builds/build-shop';
import { startTestStack, type TestStack, type TestStackOptions } from '@/stack/test-stack';

// npm test: everything that CI runs. With --long also what takes minutes.
const long = process.argv.includes('--long');
const onHolds = ['e2e/contract/expiry'];
// At the edge alone: under `next start` by itself nobody replaces the address that a client claims to have.
const onLimits = ['e2e/contract/rate-limit'];
const hosts: Host[] = ['edge', 'next'];
const run = createTestRun((line) => console.log(line));
const stopping = new AbortController();
let shop: TestStack | null = null;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    stopping.abort();
    await shop?.stop();
    process.exit(130);
  });
}

await run.count('Format and lint', async () => tallyOf(await runCommand('biome', ['check', '.'])));
await run.count('Types', async () => tallyOf(await runCommand('tsc', ['--noEmit'])));
await run.count('Unit tests', () => runVitest('unit'));
const build = await run.step('Build', () => buildShop(process.stdout, stopping.signal));
await run.count('Integration tests', () => runVitest('integration'));
if (build !== null) {
  await withShop('Shop', { instances: 2, env: { RATE_LIMIT: 'off' } }, async (stack, ownerKey) => {
    const settings = { holdSeconds: 600, rateLimited: false };
    for (const host of hosts) {
      const env = contractEnv(stack, ownerKey, host, settings);
      await run.count(`Contract (${host})`, () => runVitest('contract', { ...env, ...longMark() }));
    }
    await run.count('Journeys', async () =>
      runJourneys({
        ...contractEnv(stack, ownerKey, 'edge', settings),
        BASE_URL: stack.url,
        CHROMIUM: await findChromium(),
      }),
    );
  });
  // What only shows when holds are short and limits are on, in a shop of its own: there it disturbs nobody.
  await withShop(
    'Shop with short holds and rate limits',
    { env: { HOLD_SECONDS: '3' } },
    async (stack, ownerKey) => {
      // Both at once: these tests mostly wait.
      await Promise.all(
        hosts.map((host) => {
          const env = contractEnv(stack, ownerKey, host, { holdSeconds: 3, rateLimited: true });
          return run.count(`Expiry and rate limits (${host})`, () =>
            runVitest('contract', env, host === 'edge' ? [...onHolds, ...onLimits] : onHolds),
          );
        }),
      );
    },
  );
  if (long) await run.count('Long tests', () => runVitest('long'));
}
process.exit(run.finish() ? 0 : 1);

async function withShop(
  label: string,
  options: TestStackOptions,
  work: (stack: TestStack, ownerKey: string) => Promise<void>,
): Promise<void> {
  shop = await run.step(label, () => startTestStack({ ...options, app: true, seed: 'demo' }));
  const stack = shop;
  if (stack === null) return;
  try {
    const ownerKey = await run.step('Owner key', () => makeOwnerKey(stack));
    if (ownerKey !== null) await work(stack, ownerKey);
  } finally {
    await stack.stop();
    shop = null;
  }
}

function longMark(): Record<string, string> {
  return long ? { LONG: '1' } : {};
}
