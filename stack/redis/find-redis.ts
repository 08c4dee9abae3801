import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { RedisProgram } from '@/stack/redis/redis-program';
import { unpackDebianRedis } from '@/stack/redis/unpack-debian-redis';
import { Refusal } from '@/stack/refusal';
import { given } from '@/stack/settings';

const names = ['redis-server', 'valkey-server'];

/**
 * The server on PATH, else Debian's package unpacked into a cache (no root needed), else Homebrew's.
 * `say` hears when something has to be fetched. Throws a Refusal that says how to get one.
 */
export async function findRedis(stackDir: string, say: (line: string) => void): Promise<RedisProgram> {
  const onPath = findOnPath();
  if (onPath !== null) return { command: onPath, libraries: null };
  const unpacked = await unpackDebianRedis(cacheFolders(stackDir), say);
  if (unpacked !== null) return unpacked;
  const brewed = findInHomebrew();
  if (brewed !== null) return { command: brewed, libraries: null };
  throw new Refusal(
    'There is no Redis on this machine and none could be fetched: install it ("apt-get install redis-server" or "brew install redis"), or set UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN.',
  );
}

function findOnPath(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable) ?? null;
}

function findInHomebrew(): string | null {
  const folders = ['/opt/homebrew/bin', '/usr/local/bin', '/home/linuxbrew/.linuxbrew/bin'];
  const installed = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
  if (installed !== undefined) return installed;
  const brew = folders.map((folder) => join(folder, 'brew')).find(isExecutable);
  if (brew === undefined) return null;
  try {
    execFileSync(brew, ['install', 'redis'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return folders.map((folder) => join(folder, 'redis-server')).find(isExecutable) ?? null;
}

/** Shared by all stacks of a user; the stack's own folder where there is no home to write to. */
function cacheFolders(stackDir: string): string[] {
  const base = given(process.env, 'XDG_CACHE_HOME') ?? join(homedir(), '.cache');
  return [join(base, 'doorbuster'), join(stackDir, 'cache')];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
