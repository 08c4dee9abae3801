import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasAddress } from '@/stack/ports/why-port-is-not-free';
import { adminRole, createCluster } from '@/stack/postgres/create-cluster';
import { placePostgres } from '@/stack/postgres/place';
import { prepareShopDatabase } from '@/stack/postgres/prepare-shop-database';
import { findPostgresPrograms } from '@/stack/postgres/programs';
import { serverSettings } from '@/stack/postgres/server-settings';
import type { Secrets } from '@/stack/secrets';
import { endLeftovers, type Leftover } from '@/stack/supervisor/end-leftovers';
import { launchGuarded } from '@/stack/supervisor/launch-guarded';
import type { PartPlan } from '@/stack/supervisor/part';
import type { PartLog } from '@/stack/supervisor/part-log';

/**
 * The embedded Postgres of a stack; makes its data folder, role and database when they are missing. Without
 * `durable` a power cut may cost the data, which tests throw away anyway; a kill costs nothing either way.
 */
export async function postgresPart(
  stackDir: string,
  port: number,
  secrets: Secrets,
  log: PartLog,
  durable = true,
): Promise<PartPlan> {
  const place = placePostgres(stackDir);
  const programs = findPostgresPrograms(place.home, place.account !== null);
  const leftover = postgresLeftover(place.dataDir);
  await createCluster(place, programs, secrets.postgresAdminPassword, durable);
  const addresses = (await hasAddress('::1')) ? '127.0.0.1,::1' : '127.0.0.1';
  let postmaster = 0;
  return {
    name: 'postgres',
    port,
    log,
    home: place.home,
    async launch() {
      await endLeftovers(leftover);
      forgetStrangersPid(leftover.pidFile);
      const running = await launchGuarded(
        {
          command: join(programs, 'bin/postgres'),
          args: ['-D', place.dataDir, ...serverSettings(port, addresses, durable)],
          cwd: place.home,
          env: { LC_ALL: 'C', PATH: process.env.PATH ?? '/usr/bin:/bin' },
          account: place.account,
          endSignal: 'INT',
        },
        log,
      );
      postmaster = running.pid;
      return running;
    },
    async ready(gone) {
      while (!gone.aborted && !saysReady(leftover.pidFile, postmaster)) await sleep(20);
      if (gone.aborted) return;
      const admin = { host: '127.0.0.1', port, user: adminRole, password: secrets.postgresAdminPassword };
      await prepareShopDatabase(admin, secrets.postgresPassword);
    },
    // SIGINT is the fast shutdown; SIGQUIT leaves the rest to the next start's recovery, and loses nothing committed.
    stopSignals: [
      { signal: 'SIGINT', graceMs: 3_500 },
      { signal: 'SIGQUIT', graceMs: 500 },
    ],
  };
}

/** How a Postgres on this data folder is found when its supervisor is gone. */
export function postgresLeftover(dataDir: string): Leftover {
  return {
    folder: dataDir,
    programs: ['postgres'],
    pidFile: join(dataDir, 'postmaster.pid'),
    endSignal: 'SIGINT',
  };
}

/**
 * After a restart of the machine or container a stranger may have the old postmaster's process id, or the old one
 * is a zombie that nobody buried, and Postgres would believe that it still runs. `endLeftovers` has just seen that
 * no Postgres works in this folder.
 */
function forgetStrangersPid(pidFile: string): void {
  if (process.platform !== 'linux' || !existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  if (existsSync(`/proc/${pid}`)) rmSync(pidFile);
}

/** The postmaster writes its state into the eighth line of its pid file; asking by connecting would fill the log. */
function saysReady(pidFile: string, postmaster: number): boolean {
  try {
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    return Number(lines[0]) === postmaster && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}
