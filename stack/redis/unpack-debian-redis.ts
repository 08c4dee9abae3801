import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitForLock } from '@/stack/file-lock.mjs';
import { asProcessEnv } from '@/stack/process-env';
import type { RedisProgram } from '@/stack/redis/redis-program';

const run = promisify(execFile);
// A distribution may have only the one or the other.
const alternatives = [
  ['redis-server', 'redis-tools'],
  ['valkey-server', 'valkey-tools'],
];

/**
 * Downloads Debian's (or Ubuntu's) Redis with the libraries this machine lacks and unpacks it, without root and
 * without installing. Uses the first of `folders` that can be written; null where there is no apt or no network.
 */
export async function unpackDebianRedis(
  folders: string[],
  say: (line: string) => void,
): Promise<RedisProgram | null> {
  for (const folder of folders) {
    const unpacked = await findUnpacked(folder);
    if (unpacked !== null) return unpacked;
  }
  const folder = folders.find(canWrite);
  if (folder === undefined || !(await hasApt())) return null;
  say(`  Fetching Redis into ${folder}`);
  const lock = await waitForLock(join(folder, 'redis.lock'));
  try {
    const unpacked = await findUnpacked(folder);
    if (unpacked !== null) return unpacked;
    // The system's package lists are there at once, but may be missing, or name versions that are gone.
    for (const lists of [async () => [], () => freshLists(join(folder, 'apt'))]) {
      for (const wanted of alternatives) {
        if (await unpack(folder, wanted, lists)) return await findUnpacked(folder);
      }
    }
    return null;
  } finally {
    lock.release();
  }
}

async function findUnpacked(folder: string): Promise<RedisProgram | null> {
  const root = join(folder, 'redis');
  const command = ['redis-server', 'valkey-server']
    .map((name) => join(root, 'usr/bin', name))
    .find(existsSync);
  if (command === undefined) return null;
  const libraries = libraryFolder(root);
  return (await starts(command, libraries)) ? { command, libraries } : null;
}

/** Whether all of it came down and the server starts; `folder/redis` exists only then. */
async function unpack(folder: string, wanted: string[], lists: () => Promise<string[]>): Promise<boolean> {
  const draft = join(folder, 'redis.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(join(draft, 'packages'), { recursive: true });
  try {
    const options = await lists();
    const missing = await missingLibraries(options, wanted);
    await run('apt-get', [...options, 'download', ...wanted, ...missing], { cwd: join(draft, 'packages') });
    for (const file of readdirSync(join(draft, 'packages'))) {
      await run('dpkg', ['-x', join(draft, 'packages', file), draft]);
    }
    const command = join(draft, 'usr/bin', wanted[0] ?? '');
    if (!(await starts(command, libraryFolder(draft)))) return false;
    rmSync(join(draft, 'packages'), { recursive: true });
    rmSync(join(folder, 'redis'), { recursive: true, force: true });
    renameSync(draft, join(folder, 'redis'));
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function hasApt(): Promise<boolean> {
  try {
    await run('apt-get', ['--version']);
    await run('dpkg', ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** Fetches package lists of our own and returns the options that make apt use them. */
async function freshLists(folder: string): Promise<string[]> {
  const state = join(folder, 'lists');
  const archives = join(folder, 'cache');
  mkdirSync(join(state, 'partial'), { recursive: true });
  mkdirSync(join(archives, 'archives/partial'), { recursive: true });
  const options = [
    '-o',
    `Dir::State::lists=${state}`,
    '-o',
    `Dir::Cache=${archives}`,
    '-o',
    'Debug::NoLocking=1',
  ];
  await run('apt-get', [...options, 'update']);
  return options;
}

async function missingLibraries(options: string[], wanted: string[]): Promise<string[]> {
  const onlyDepends = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map(
    (kind) => `--no-${kind}`,
  );
  const { stdout } = await run('apt-cache', [...options, 'depends', '--recurse', ...onlyDepends, ...wanted], {
    maxBuffer: 16 * 1024 * 1024,
  });
  const libraries = stdout.split('\n').filter((line) => /^lib[a-z0-9.+-]+$/.test(line));
  const installed = new Set(await installedPackages());
  return libraries.filter((name) => !installed.has(name));
}

async function installedPackages(): Promise<string[]> {
  const { stdout } = await run('dpkg', ['--get-selections'], { maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .split('\n')
    .filter((line) => line.endsWith('\tinstall'))
    .map((line) => line.replace(/[:\t].*/, ''));
}

async function starts(command: string, libraries: string | null): Promise<boolean> {
  try {
    await run(command, ['--version'], {
      env: asProcessEnv(libraries === null ? {} : { LD_LIBRARY_PATH: libraries }),
    });
    return true;
  } catch {
    return false;
  }
}

/** Where the packages' libraries are: usr/lib/<machine>-linux-gnu. */
function libraryFolder(root: string): string | null {
  const lib = join(root, 'usr/lib');
  if (!existsSync(lib)) return null;
  const machine = readdirSync(lib).find((name) => name.includes('-linux-gnu'));
  return machine === undefined ? lib : join(lib, machine);
}

function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, `.probe-${process.pid}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
