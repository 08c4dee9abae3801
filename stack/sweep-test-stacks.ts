import { existsSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockHolder } from '@/stack/file-lock.mjs';
import { forgetPostgres } from '@/stack/postgres/place';
import { supervisorLock } from '@/stack/state';

/** Folders of test stacks are called so. */
export const testStackPrefix = 'doorbuster-test-';

/** The lock that a test run holds on the folder of each of its stacks. */
export function testStackLock(dir: string): string {
  return join(dir, 'test-run.lock');
}

/** Deletes the folders and databases of test stacks whose test run was killed before it could. */
export function sweepTestStacks(): void {
  for (const name of readdirSync(tmpdir())) {
    const dir = join(tmpdir(), name);
    if (!name.startsWith(testStackPrefix) || !existsSync(testStackLock(dir))) continue;
    try {
      if (lockHolder(testStackLock(dir)) !== null || lockHolder(supervisorLock(dir)) !== null) continue;
      forgetPostgres(dir);
      rmSync(dir, { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}
