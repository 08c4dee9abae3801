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
// They kill parts, count every statement of the database, or change what all see: in their shop nothing else may run.
const alone = 'e2e/contract/alone/';
// Of these, what is promised within seconds: not asked of a machine that does something else as well.
const hasty = ['freshness', 'without-redis'].map((name) => `${alone}${name}.test.ts`);
// Its requests change settings, taxes and prices at random, and leave the jobs something to do.
const generated = 'e2e/contract/generated.test.ts';
// In the short form one host alone is asked for what both do by the same code and the same statements: what jobs make,
// who signs in, and the merchant's rows that differ from their neighbours in their table alone.
const sameOnBoth = [
  'e2e/contract/jobs/**',
  ...['account', 'every-role', 'sign-in', 'staff-account'].map((name) => `e2e/contract/${name}.test.ts`),
  ...[
    'customers',
    'discounts',
    'insight',
    'order-moves',
    'order-work',
    'shipping-and-tax',
    'staff',
    'stock',
  ].map((rows) => `e2e/contract/merchant-${rows}.test.ts`),
];
const hosts: Host[] = ['edge', 'next'];
const usual: TestStackOptions = { instances: 2, env: { RATE_LIMIT: 'off' } };
const run = createTestRun((line) => console.log(line));
const stopping = new AbortController();
const shops = new Set<TestStack>();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    stopping.abort();
    await Promise.all([...shops].map((shop) => shop.stop()));
    process.exit(130);
  });
}

// Side by side, because each alone leaves half of two cores idle: what needs no shop, and what needs one.
const parts = testParts();
await Promise.all([parts, testShop()]);
if (long) await run.count('Long tests', () => runVitest('long'));
process.exit(run.finish() ? 0 : 1);

async function testParts(): Promise<void> {
  await testText();
  await run.count('Unit tests', () => runVitest('unit'));
  await run.count('Integration tests', () => runVitest('integration'));
}

async function testShop(): Promise<void> {
  // Where it must be installed first, that takes as long as the build.
  const chromium = findChromium();
  chromium.catch(() => undefined);
  const build = await run.step('Build', () => buildShop(process.stdout, stopping.signal));
  if (build === null) return;
  await withShop('Shop', usual, async (stack, ownerKey) => {
    const browsed = async () => ({
      ...envOf(stack, ownerKey, 'edge'),
      BASE_URL: stack.url,
      CHROMIUM: await chromium,
    });
    const contract = Promise.all(
      hosts.map((host) => testContract('Contract', stack, ownerKey, host, [], excludedAt(host))),
    );
    await Promise.all([
      contract.then(() => run.count('Journeys', async () => runJourneys(await browsed()))),
      parts.then(() => Promise.all([testDisturbed(), testShortHolds()])),
    ]);
    if (long) await run.count('Budgets of pages', async () => runVitest('budgets', await browsed()));
    for (const host of hosts) await testContract('Promises in seconds', stack, ownerKey, host, hasty);
  });
}

/** What disturbs all others, in a shop of its own. */
async function testDisturbed(): Promise<void> {
  await withShop('Shop for what disturbs', usual, async (stack, ownerKey) => {
    for (const host of hosts) await testContract('Alone', stack, ownerKey, host, [alone], hasty);
    await testContract('Generated requests', stack, ownerKey, 'edge', [generated]);
  });
}

async function testContract(
  label: string,
  stack: TestStack,
  ownerKey: string,
  host: Host,
  files: string[],
  excluded: string[] = [],
): Promise<void> {
  await run.count(`${label} (${host})`, () =>
    runVitest('contract', envOf(stack, ownerKey, host), files, excluded),
  );
}

/** What the side-by-side run of a host leaves out. */
function excludedAt(host: Host): string[] {
  const others = [`${alone}**`, generated];
  return host === 'next' && !long ? [...others, ...sameOnBoth] : others;
}

async function testText(): Promise<void> {
  await run.count('Format and lint', async () => tallyOf(await runCommand('biome', ['check', '.'])));
  await run.count('Types', async () => tallyOf(await runCommand('tsc', ['--noEmit'])));
}

/** What only shows when holds are short and limits are on, in a shop of its own: there it disturbs nobody. */
async function testShortHolds(): Promise<void> {
  const holdSeconds = 5;
  const options = { env: { HOLD_SECONDS: String(holdSeconds) } };
  await withShop('Shop with short holds and rate limits', options, async (stack, ownerKey) => {
    await Promise.all(
      hosts.map((host) => {
        const env = contractEnv(stack, ownerKey, host, { holdSeconds, rateLimited: true });
        return run.count(`Expiry and rate limits (${host})`, () =>
          runVitest('contract', env, host === 'edge' ? [...onHolds, ...onLimits] : onHolds),
        );
      }),
    );
  });
}

async function withShop(
  label: string,
  options: TestStackOptions,
  work: (stack: TestStack, ownerKey: string) => Promise<void>,
): Promise<void> {
  const stack = await run.step(label, () => startTestStack({ ...options, app: true, seed: 'demo' }));
  if (stack === null) return;
  shops.add(stack);
  try {
    const ownerKey = await run.step('Owner key', () => makeOwnerKey(stack));
    if (ownerKey !== null) await work(stack, ownerKey);
  } finally {
    await stack.stop();
    shops.delete(stack);
  }
}

function envOf(stack: TestStack, ownerKey: string, host: Host): Record<string, string> {
  const env = contractEnv(stack, ownerKey, host, { holdSeconds: 600, rateLimited: false });
  return long ? { ...env, LONG: '1' } : env;
}
