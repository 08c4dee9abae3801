import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildShop } from '@/stack/builds/build-shop';
import { bornAt } from '@/stack/file-lock.mjs';
import { reservePorts } from '@/stack/ports/reserve-ports';
import { serverAccount } from '@/stack/postgres/account';
import { forgetPostgres } from '@/stack/postgres/place';
import { type ShopProcess, startShopProcess } from '@/stack/start-shop-process';
import { findRunningStack, type StackState } from '@/stack/state';

// Starts, kills and stops whole shops, one after the other, in one STACK_DIR.
let dir = '';
let env: Record<string, string> = {};
let release = () => {};
const shops: ShopProcess[] = [];

beforeAll(async () => {
  await buildShop(process.stdout, new AbortController().signal);
  dir = mkdtempSync(join(tmpdir(), 'doorbuster-long-'));
  const row = await reservePorts(20);
  release = row.lock.release;
  env = { STACK_DIR: dir, PORT: String(row.base), STACK_PORT: String(row.base + 1), INSTANCES: '2' };
});
afterAll(async () => {
  for (const shop of shops) if (bornAt(shop.pid) !== null) await shop.stop();
  forgetPostgres(dir);
  rmSync(dir, { recursive: true, force: true });
  release();
});

async function start(further: Record<string, string> = {}): Promise<ShopProcess> {
  const shop = startShopProcess({ ...env, ...further });
  shops.push(shop);
  await shop.ready;
  return shop;
}

function state(): StackState {
  const running = findRunningStack(dir);
  if (running === null) throw new Error('no shop runs');
  return running;
}

const isAlive = (pid: number) => bornAt(pid) !== null;
const healthOf = async (port: string | undefined) =>
  (await fetch(`http://127.0.0.1:${port}/api/health`)).status;

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: state().env.POSTGRES_URL_NON_POOLING });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Every process that was started with this STACK_DIR in its environment or works below it: parts, guards, helpers. */
function processesOfStack(): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid || bornAt(Number(pid)) === null) return false;
    return ['environ', 'cmdline'].some((file) => readOrEmpty(`/proc/${pid}/${file}`).includes(dir));
  });
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

test('a second start serves in under 10 s and the shop is open only when its health is 200', async () => {
  await (await start()).stop();
  const startedAt = Date.now();
  await start();
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(await healthOf(env.PORT)).toBe(200);
});

test('every part that is killed comes back while the supervisor stays', async () => {
  const { pid, parts } = state();
  for (const part of parts) process.kill(part.pid, 'SIGKILL');
  await vi.waitFor(
    () => {
      const now = state().parts;
      expect(now.map(({ name }) => name).sort()).toEqual(parts.map(({ name }) => name).sort());
      for (const part of now) expect(parts.map((before) => before.pid)).not.toContain(part.pid);
    },
    { timeout: 30_000, interval: 200 },
  );
  await vi.waitFor(async () => expect(await healthOf(env.PORT)).toBe(200), {
    timeout: 15_000,
    interval: 200,
  });
  expect(state().pid).toBe(pid);
});

test('one of two edge workers is killed under load, and the port goes on answering', async () => {
  const worker = state().parts.find((part) => part.name === 'edge-1');
  process.kill(worker?.pid ?? 0, 'SIGKILL');
  let refused = 0;
  for (let call = 0; call < 40; call += 1) {
    refused += await healthOf(env.PORT).then(
      (status) => (status === 200 ? 0 : 1),
      () => 1,
    );
    await sleep(25);
  }
  // Only a connection that the dying worker had just been given may be lost.
  expect(refused).toBeLessThanOrEqual(2);
});

test('a kill -9 of the supervisor leaves no orphan, and the next start recovers with the data', async () => {
  await query('create table if not exists kept (n int)');
  await query('insert into kept values (1)');
  const { pid } = state();
  expect(processesOfStack().length).toBeGreaterThan(5);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(processesOfStack()).toEqual([]), { timeout: 10_000, interval: 100 });
  await start();
  expect(await query('select n from kept')).toEqual([{ n: 1 }]);
});

test('when supervisor, guards and all are killed and Postgres lives on, the next start takes its data over', async () => {
  const { pid, parts } = state();
  const postgres = parts.find((part) => part.name === 'postgres')?.pid ?? 0;
  const parentOf = (child: number) =>
    Number(readOrEmpty(`/proc/${child}/stat`).split(') ')[1]?.split(' ')[1]);
  const guard = parentOf(postgres);
  const watchers = readdirSync('/proc').filter(
    (entry) => /^\d+$/.test(entry) && parentOf(Number(entry)) === guard,
  );
  process.kill(pid, 'SIGSTOP');
  for (const watcher of watchers.map(Number)) if (watcher !== postgres) process.kill(watcher, 'SIGKILL');
  process.kill(guard, 'SIGKILL');
  process.kill(pid, 'SIGKILL');
  await sleep(500);
  expect(isAlive(postgres)).toBe(true);
  await start();
  expect(isAlive(postgres)).toBe(false);
  expect(await query('select n from kept')).toEqual([{ n: 1 }]);
});

test('a stop takes the edge down first and Postgres last, within 10 s', async () => {
  const { parts } = state();
  const goneAt = new Map<string, number>();
  const shop = shops.at(-1);
  const startedAt = Date.now();
  const stopped = shop?.stop();
  while (goneAt.size < parts.length && Date.now() - startedAt < 15_000) {
    for (const { name, pid } of parts)
      if (!goneAt.has(name) && !isAlive(pid)) goneAt.set(name, Date.now() - startedAt);
    await sleep(3);
  }
  await stopped;
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  const when = (prefix: string) =>
    [...goneAt].filter(([name]) => name.startsWith(prefix)).map(([, at]) => at);
  expect(Math.max(...when('edge'))).toBeLessThanOrEqual(Math.min(...when('origin')));
  expect(Math.max(...when('origin'))).toBeLessThanOrEqual(Math.min(...when('gateway'), ...when('mail')));
  expect(Math.max(...when('gateway'), ...when('mail'))).toBeLessThanOrEqual(Math.min(...when('redis')));
  expect(Math.max(...when('redis'))).toBeLessThanOrEqual(Math.min(...when('postgres')));
  expect(existsSync(join(dir, 'state.json'))).toBe(false);
  expect(await shop?.ended).toBe(0);
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('an ordinary user starts a shop of their own', async () => {
    const account = serverAccount();
    const own = mkdtempSync(join(tmpdir(), 'doorbuster-user-'));
    chownSync(own, account?.uid ?? 0, account?.gid ?? 0);
    const shop = startShopProcess({ ...env, STACK_DIR: own, HOME: own, INSTANCES: '1' }, account);
    try {
      await shop.ready;
      expect(await healthOf(env.PORT)).toBe(200);
      expect(existsSync(join(own, 'postgres/data/PG_VERSION'))).toBe(true);
    } finally {
      await shop.stop();
      rmSync(own, { recursive: true, force: true });
    }
  });
});
