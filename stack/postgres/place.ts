import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, accountOfOwner, serverAccount } from '@/stack/postgres/account';
import { readJson, writePrivateJson } from '@/stack/private-file';
import { Refusal } from '@/stack/refusal';

/** Where a stack's Postgres lives and as whom it runs. */
export interface PostgresPlace {
  /** The folder around the data; owned by `account`. */
  home: string;
  dataDir: string;
  /** null = as ourselves. */
  account: Account | null;
}

/** Root keeps databases and the copy of the programs here, where another user can reach them. */
export const sharedHome = '/var/lib/doorbuster';

const ownerFile = 'stack-dir';

/**
 * An ordinary user's Postgres lives in STACK_DIR. Root's runs as another user, who may not even be able to
 * traverse to STACK_DIR (a clone in /root), so it lives in /var/lib/doorbuster, and STACK_DIR/postgres.json says where.
 */
export function placePostgres(stackDir: string): PostgresPlace {
  if (process.getuid?.() !== 0) {
    const home = join(stackDir, 'postgres');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return { home, dataDir: join(home, 'data'), account: null };
  }
  mkdirSync(sharedHome, { recursive: true });
  chmodSync(sharedHome, 0o755);
  const home = recordedHome(stackDir) ?? newHome(stackDir);
  const account = accountOfOwner(statSync(home).uid);
  return { home, dataDir: join(home, 'data'), account };
}

/** The data folder of a stack that was started before; null when there is none. */
export function findDataDir(stackDir: string): string | null {
  const home = process.getuid?.() === 0 ? recordedHome(stackDir) : join(stackDir, 'postgres');
  return home !== null && existsSync(join(home, 'data')) ? join(home, 'data') : null;
}

/** Deletes the database of a stack, wherever it is. The stack must not run. */
export function forgetPostgres(stackDir: string): void {
  rmSync(join(stackDir, 'postgres'), { recursive: true, force: true });
  rmSync(recordFile(stackDir), { force: true });
  if (!existsSync(sharedHome)) return;
  for (const entry of readdirSync(sharedHome)) {
    const home = join(sharedHome, entry);
    if (ownerOf(home) === stackDir) rmSync(home, { recursive: true, force: true });
  }
}

/** The home that STACK_DIR names, unless the STACK_DIR is a copy of another one that still exists. */
function recordedHome(stackDir: string): string | null {
  const record = readJson(recordFile(stackDir)) as { home: string } | null;
  if (record === null || !existsSync(record.home)) return null;
  const owner = ownerOf(record.home);
  if (owner !== stackDir && owner !== null && existsSync(owner)) return null;
  writeFileSync(join(record.home, ownerFile), stackDir);
  return record.home;
}

// The name has a random part: a clone that was deleted and made again is a new shop, not the old one's heir.
function newHome(stackDir: string): string {
  const account = serverAccount();
  if (account === null) {
    throw new Refusal(
      'Postgres refuses to run as root and no other user could be made: start as an ordinary user.',
    );
  }
  const readable = stackDir
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(-60);
  const home = join(sharedHome, `${readable}-${randomBytes(4).toString('hex')}`);
  mkdirSync(home, { mode: 0o700 });
  writeFileSync(join(home, ownerFile), stackDir);
  handOver(home, account);
  writePrivateJson(recordFile(stackDir), {
    home,
    why: 'Postgres does not run as root, so its data are outside this folder. "npm run stack:reset" removes both.',
  });
  return home;
}

function handOver(home: string, account: Account): void {
  chownSync(home, account.uid, account.gid);
  chmodSync(home, 0o700);
}

function ownerOf(home: string): string | null {
  const file = join(home, ownerFile);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function recordFile(stackDir: string): string {
  return join(stackDir, 'postgres.json');
}
