import { existsSync, rmSync } from 'node:fs';
import { lockHolder, takeLock } from '@/stack/file-lock.mjs';
import { forgetPostgres } from '@/stack/postgres/place';
import { stackDirOf } from '@/stack/settings';
import { supervisorLock } from '@/stack/state';

// npm run stack:reset: forgets the shop's data, secrets and logs. Builds and packages stay.
const dir = stackDirOf(process.env);
if (!existsSync(dir)) {
  console.log(`There is nothing to forget in ${dir}.`);
  process.exit(0);
}
const lock = takeLock(supervisorLock(dir));
if (lock === null) {
  const holder = lockHolder(supervisorLock(dir));
  console.error(`The shop in ${dir} is running (process ${holder}): stop it first.`);
  process.exit(1);
}
forgetPostgres(dir);
rmSync(dir, { recursive: true, force: true });
console.log(`Forgotten: everything in ${dir}.`);
