import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bornAt, lockHolder, takeLock } from '@/stack/file-lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorbuster-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = `
import { takeLock } from ${JSON.stringify(new URL('./file-lock.mjs', import.meta.url).href)};
process.send(takeLock(process.argv[2]) !== null);
setInterval(() => {}, 1000);
process.on('disconnect', () => process.exit());
`;

function contend(file: string) {
  const script = join(folder, 'holder.mjs');
  writeFileSync(script, holder);
  const child = fork(script, [file], { execArgv: [] });
  return { child, got: once(child, 'message').then(([got]) => got as boolean) };
}

test('one of many processes gets the lock, and a kill -9 frees it', { timeout: 30_000 }, async () => {
  const file = join(folder, 'contended.lock');
  const contenders = Array.from({ length: 6 }, () => contend(file));
  const got = await Promise.all(contenders.map((contender) => contender.got));
  expect(got.filter(Boolean)).toHaveLength(1);
  const winner = contenders[got.indexOf(true)]?.child;
  expect(lockHolder(file)).toBe(winner?.pid);
  expect(takeLock(file)).toBeNull();

  const ended = contenders.map(({ child }) => once(child, 'exit'));
  for (const { child } of contenders) child.kill('SIGKILL');
  await Promise.all(ended);
  expect(lockHolder(file)).toBeNull();
  expect(takeLock(file)).not.toBeNull();
  expect(lockHolder(file)).toBe(process.pid);
});

test('a process that got the id of a dead holder does not hold its lock', () => {
  const file = join(folder, 'reused.lock');
  writeFileSync(file, `${process.ppid} some-earlier-birth`);
  expect(bornAt(process.ppid)).not.toBeNull();
  expect(lockHolder(file)).toBeNull();
  takeLock(file)?.release();
  expect(readdirSync(folder)).toEqual([]);
});
