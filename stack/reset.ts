import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder, takeLock } from '@/stack/file-lock.mjs';
import { forgetPostgres } from '@/stack/postgres/place';
import { stackDirOf } from '@/stack/settings';
import { supervisorLock } from '@/stack/state';
import { endPartsOfCrashedStack } from '@/stack/supervisor/end-parts-of-crashed-stack';

// npm run stack:reset: forgets the shop's data, secrets and logs. Builds and packages stay.
// Only what a stack makes is deleted, and only where one was: STACK_DIR might be somebody's home.
const ours = [
  'redis',
  'mail',
  'logs',
  'cache',
  'owner.json',
  'state.json',
  'secrets.json',
  'supervisor.lock',
];

const dir = stackDirOf(process.env);
if (!existsSync(join(dir, 'secrets.json'))) {
  console.log(`There is nothing to forget in ${dir}.`);
  process.exit(0);
}
const lock = takeLock(supervisorLock(dir));
if (lock === null) {
  const holder = lockHolder(supervisorLock(dir));
  console.error(`The shop in ${dir} is running (process ${holder}): stop it first.`);
  process.exit(1);
}
await endPartsOfCrashedStack(dir);
forgetPostgres(dir);
for (const name of ours) rmSync(join(dir, name), { recursive: true, force: true });
if (readdirSync(dir).length === 0) rmdirSync(dir);
console.log(`Forgotten: the shop in ${dir}.`);
