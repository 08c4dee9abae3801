import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '@/stack/file-lock.mjs';
import { type PortRow, reservePorts } from '@/stack/ports/reserve-ports';
import { startShopProcess } from '@/stack/start-shop-process';
import { supervisorLock } from '@/stack/state';

let dir = '';
let row: PortRow;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'doorbuster-refusal-'));
  row = await reservePorts(20);
});
afterEach(() => {
  row.lock.release();
  rmSync(dir, { recursive: true, force: true });
});

/** What `npm start` says when it does not start. */
async function refusal(env: Record<string, string> = {}): Promise<string> {
  const shop = startShopProcess({
    STACK_DIR: dir,
    PORT: String(row.base),
    STACK_PORT: String(row.base + 1),
    ...env,
  });
  expect(await shop.ended).toBe(1);
  return shop.output().trim();
}

test.each([
  ['the web port', 0, 'PORT'],
  ['a port of the stack', 3, 'STACK_PORT'],
])('%s that is taken is named, with who has it and what to change', async (_, offset, variable) => {
  const port = row.base + offset;
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(port, '127.0.0.1', resolve));
  const said = await refusal();
  squatter.close();
  expect(said.split('\n')).toHaveLength(1);
  expect(said).toContain(`Port ${port} (`);
  expect(said).toContain(`(process ${process.pid})`);
  expect(said).toContain(`set ${variable} to another port`);
});

test('a second start with the same STACK_DIR says who runs already', async () => {
  const lock = takeLock(supervisorLock(dir));
  const said = await refusal();
  lock?.release();
  expect(said.split('\n')).toHaveLength(1);
  expect(said).toContain(`This shop is running already (process ${process.pid} uses ${dir})`);
});

test('a machine without Redis, and without a way to get one, says how', async () => {
  // Only Node is on PATH, and the cache has nothing.
  symlinkSync(process.execPath, join(dir, 'node'));
  const said = await refusal({ PATH: dir, HOME: dir, XDG_CACHE_HOME: dir });
  expect(said.split('\n')).toHaveLength(1);
  expect(said).toContain('There is no Redis on this machine');
  expect(said).toContain('apt-get install redis-server');
});

test('a value that makes no sense is named', async () => {
  expect(await refusal({ INSTANCES: 'two' })).toBe(
    'INSTANCES must be a whole number from 1 to 16, and it is "two".',
  );
});
