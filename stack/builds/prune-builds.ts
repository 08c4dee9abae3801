import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FileLock, lockHolder, takeLock } from '@/stack/file-lock.mjs';

const kept = 3;
// The hash of the sources.
const buildName = /^[0-9a-f]{16}$/;
const usersFolder = 'doorbuster-users';

/** Marks a build as being served by this process, so that nobody deletes it; null where we may not write. */
export function holdBuild(distDir: string): FileLock | null {
  try {
    return takeLock(join(distDir, usersFolder, String(process.pid)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return null;
    throw error;
  }
}

/**
 * Deletes all but the 3 finished builds used last, and what failed or killed builds left; never one that a living
 * process serves. Call it while holding the build lock.
 */
export function pruneBuilds(buildsFolder: string, marker: string): void {
  const isFinished = (name: string) => existsSync(join(buildsFolder, name, marker));
  const builds = readdirSync(buildsFolder).filter((name) => buildName.test(name));
  const finished = builds
    .filter(isFinished)
    .sort((a, b) => lastUse(join(buildsFolder, b, marker)) - lastUse(join(buildsFolder, a, marker)));
  for (const name of [...finished.slice(kept), ...builds.filter((build) => !isFinished(build))]) {
    if (isUsed(join(buildsFolder, name))) continue;
    // The marker first: a deletion that is cut short must not leave something that counts.
    rmSync(join(buildsFolder, name, marker), { force: true });
    rmSync(join(buildsFolder, name), { recursive: true, force: true });
    rmSync(join(buildsFolder, `${name}.tsconfig.json`), { force: true });
  }
}

function lastUse(file: string): number {
  return statSync(file).mtimeMs;
}

function isUsed(build: string): boolean {
  const users = join(build, usersFolder);
  return existsSync(users) && readdirSync(users).some((name) => lockHolder(join(users, name)) !== null);
}
