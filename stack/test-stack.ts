import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from '@/stack/file-lock.mjs';
import { portLayout, portSpan } from '@/stack/port-layout';
import { reservePorts } from '@/stack/ports/reserve-ports';
import { forgetPostgres } from '@/stack/postgres/place';
import { postgresPart } from '@/stack/postgres/postgres-part';
import { findRedis } from '@/stack/redis/find-redis';
import { redisPart } from '@/stack/redis/redis-part';
import { loadSecrets } from '@/stack/secrets';
import { readSettings, type Settings } from '@/stack/settings';
import { stackEnv } from '@/stack/stack-env';
import { startShopProcess } from '@/stack/start-shop-process';
import { findRunningStack, type StackPart } from '@/stack/state';
import { openPartLog } from '@/stack/supervisor/part-log';
import { createPartSet } from '@/stack/supervisor/part-set';
import { runDatabasePreparation } from '@/stack/supervisor/run-database-preparation';
import { sweepTestStacks, testStackLock, testStackPrefix } from '@/stack/sweep-test-stacks';

export interface TestStackOptions {
  /** The whole shop behind a real `npm start`; without it Postgres and Redis alone, with the schema. Default false. */
  app?: boolean;
  instances?: number;
  /** Further variables for the shop's processes. */
  env?: Record<string, string>;
  /** Default `none`. */
  seed?: 'none' | 'demo';
}

export interface TestStack {
  /** What `stack:env` prints. */
  env: Record<string, string>;
  /** The store's address; with `app: false` nobody answers there. */
  url: string;
  mailUrl: string;
  dir: string;
  /** The parts that live now. */
  parts(): StackPart[];
  /** Stops everything and deletes its data. */
  stop(): Promise<void>;
}

/** Starts a stack of its own for tests: free ports, a temporary folder. It runs while a shop is up, and beside others. */
export async function startTestStack(options: TestStackOptions = {}): Promise<TestStack> {
  const instances = options.instances ?? 1;
  const row = await reservePorts(portSpan(instances) + 1);
  sweepTestStacks();
  const dir = mkdtempSync(join(tmpdir(), testStackPrefix));
  takeLock(testStackLock(dir));
  const own = {
    // What is not about the time to undo does not wait for it.
    PARCEL_MAIL_DELAY_SECONDS: '0',
    ...options.env,
    STACK_DIR: dir,
    PORT: String(row.base),
    STACK_PORT: String(row.base + 1),
    INSTANCES: String(instances),
    // Beside tests that take all there is, jobs that give way would not come to anything.
    JOBS_GIVE_WAY: 'off',
    // Tests make the orders they look at: the demo's year of them would only be in the way.
    SEED: options.seed === 'demo' ? 'catalog' : 'none',
  };
  const cleanUp = () => {
    forgetPostgres(dir);
    rmSync(dir, { recursive: true, force: true });
    row.lock.release();
  };
  try {
    const settings = readSettings(own);
    const running = options.app
      ? await startShop(own, dir)
      : await startStores(settings, own, options.env ?? {});
    return {
      env: running.env,
      url: `http://localhost:${settings.port}`,
      mailUrl: `http://localhost:${portLayout(settings).mailPage}`,
      dir,
      parts: running.parts,
      async stop() {
        await running.stop();
        cleanUp();
      },
    };
  } catch (error) {
    cleanUp();
    throw error;
  }
}

type Started = Pick<TestStack, 'env' | 'parts' | 'stop'>;

async function startShop(own: Record<string, string>, dir: string): Promise<Started> {
  const shop = startShopProcess(own);
  await shop.ready;
  return {
    env: findRunningStack(dir)?.env ?? {},
    parts: () => findRunningStack(dir)?.parts ?? [],
    stop: shop.stop,
  };
}

/** Postgres and Redis as children of this very process, which is quicker than a supervisor between. */
async function startStores(
  settings: Settings,
  own: Record<string, string>,
  further: Record<string, string>,
): Promise<Started> {
  const { dir } = settings;
  const ports = portLayout(settings);
  const secrets = loadSecrets(dir);
  const logOf = (name: string) => openPartLog(join(dir, 'logs', `${name}.log`));
  const parts = createPartSet({
    changed: () => {},
    say: (line) => console.error(line),
    giveUp: (reason) => console.error(reason.message),
  });
  // No engine runs here: what is announced stays in the outbox, where tests look for it.
  const { INNGEST_BASE_URL, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, ...stores } = stackEnv(
    settings,
    secrets,
    own,
  );
  const env = { ...stores, ...further };
  try {
    await Promise.all([
      postgresPart(dir, ports.postgres, secrets, logOf('postgres'), false).then((plan) =>
        parts.start([plan]),
      ),
      findRedis(dir, () => {}).then((redis) =>
        parts.start([redisPart(dir, ports.redis, redis, logOf('redis'))]),
      ),
    ]);
    await runDatabasePreparation(
      { ...process.env, ...env },
      logOf('database'),
      new AbortController().signal,
      own.SEED === 'none',
    );
  } catch (error) {
    await parts.stop();
    throw error;
  }
  return { env, parts: parts.living, stop: parts.stop };
}
