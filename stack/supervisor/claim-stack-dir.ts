import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assertDiskRoom } from '@/stack/disk-room';
import { type FileLock, lockHolder, takeLock } from '@/stack/file-lock.mjs';
import { assertPortsFree } from '@/stack/ports/assert-ports-free';
import { wantedPorts } from '@/stack/ports/wanted-ports';
import { Refusal } from '@/stack/refusal';
import type { Settings } from '@/stack/settings';
import { supervisorLock } from '@/stack/state';
import { endPartsOfCrashedStack } from '@/stack/supervisor/end-parts-of-crashed-stack';

// What an idle stack writes in its first hour, with room to spare.
const neededMiB = 100;
// After a kill -9 the old parts need a moment to notice and go.
const patienceAfterCrashMs = 10_000;

/**
 * Makes STACK_DIR ours: one supervisor at a time, nothing left of an earlier one, the ports free, room on the
 * disk. Throws a Refusal otherwise.
 */
export async function claimStackDir(settings: Settings, dev: boolean): Promise<FileLock> {
  const { dir } = settings;
  makeFolder(dir);
  assertDiskRoom(dir, neededMiB);
  const crashed = existsSync(supervisorLock(dir));
  const lock = takeLock(supervisorLock(dir));
  if (lock === null) {
    throw new Refusal(
      `This shop is running already (process ${lockHolder(supervisorLock(dir))} uses ${dir}): stop it, or set PORT, STACK_PORT and STACK_DIR to run a second one beside it.`,
    );
  }
  try {
    if (crashed) await endPartsOfCrashedStack(dir);
    await assertPortsFree(wantedPorts(settings, dev), crashed ? patienceAfterCrashMs : 0);
    return lock;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function makeFolder(dir: string): void {
  try {
    // Secrets, mails and logs are in there. A folder that was there before keeps its mode: it may be /tmp.
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    mkdirSync(join(dir, 'logs'), { recursive: true, mode: 0o700 });
    accessSync(dir, constants.W_OK);
  } catch (error) {
    throw new Refusal(
      `STACK_DIR ${dir} cannot be written by this user (${(error as Error).message}): start as its owner, or set STACK_DIR to another folder.`,
      { cause: error },
    );
  }
}
