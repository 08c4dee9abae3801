import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** An unprivileged user of this machine. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

// Each is tried until one works: Debian and most others, then Alpine and BusyBox.
const waysToCreate = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'doorbuster'],
  ['adduser', '-S', '-D', '-H', 'doorbuster'],
];

/**
 * The user that Postgres runs as when we are root, because it refuses to be root: `doorbuster`, made on first
 * need; where no user can be made, `postgres` or `nobody`.
 */
export function serverAccount(): Account | null {
  const existing = findAccount('doorbuster');
  if (existing !== null) return existing;
  for (const [command = '', ...args] of waysToCreate) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch {
      continue;
    }
    const created = findAccount('doorbuster');
    if (created !== null) return created;
  }
  return findAccount('postgres') ?? findAccount('nobody');
}

/** The account that a folder's owner has, so that data stay with whoever made them. */
export function accountOfOwner(uid: number): Account | null {
  return accounts().find((account) => account.uid === uid) ?? null;
}

function findAccount(name: string): Account | null {
  return accounts().find((account) => account.name === name) ?? null;
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
