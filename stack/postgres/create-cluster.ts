import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assertDiskRoom, diskFull, saysDiskFull } from '@/stack/disk-room';
import type { PostgresPlace } from '@/stack/postgres/place';
import { asProcessEnv } from '@/stack/process-env';
import { Refusal } from '@/stack/refusal';

const run = promisify(execFile);
const major = '18';
// An empty cluster is 40 MiB and its first checkpoints and segments take as much again.
const neededMiB = 200;

/** The superuser; the shop itself signs in as `doorbuster`, which is none, as with a hosted Postgres. */
export const adminRole = 'postgres';

/**
 * Makes the data folder if there is none. A killed attempt leaves nothing that counts. Without `durable` nothing
 * waits for the disk.
 */
export async function createCluster(
  place: PostgresPlace,
  programs: string,
  password: string,
  durable: boolean,
): Promise<void> {
  if (existsSync(join(place.dataDir, 'PG_VERSION'))) return assertVersion(place.dataDir);
  assertDiskRoom(place.home, neededMiB);
  const draft = `${place.dataDir}.new`;
  const passwordFile = join(place.home, 'password.new');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account !== null) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    await run(join(programs, 'bin/initdb'), initdbArguments(draft, passwordFile, durable), {
      cwd: place.home,
      env: asProcessEnv({ LC_ALL: 'C', PATH: process.env.PATH ?? '/usr/bin:/bin' }),
      ...(place.account === null ? {} : { uid: place.account.uid, gid: place.account.gid }),
    });
    chmodSync(draft, 0o700);
    renameSync(draft, place.dataDir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    const output = String((error as { stderr?: string }).stderr ?? error).trim();
    if (saysDiskFull(output)) throw diskFull(place.home, 'the database could not be created');
    throw new Refusal(`The database could not be created in ${place.home}: ${output}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

// The builtin locale sorts and folds by Unicode and is the same on every machine.
function initdbArguments(dataDir: string, passwordFile: string, durable: boolean): string[] {
  return [
    `--pgdata=${dataDir}`,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function assertVersion(dataDir: string): void {
  const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Refusal(
    `The data in ${dataDir} were written by Postgres ${found} and this is ${major}: dump them with that version, or run "npm run stack:reset" to start anew.`,
  );
}
