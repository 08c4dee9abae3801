import { join } from 'node:path';
import { buildShop } from '@/stack/builds/build-shop';
import { forgetNextDeclarations } from '@/stack/builds/forget-next-declarations';
import { holdBuild } from '@/stack/builds/prune-builds';
import { writeBuildTsconfig } from '@/stack/builds/write-build-tsconfig';
import { saysDiskFull } from '@/stack/disk-room';
import type { FileLock } from '@/stack/file-lock.mjs';
import { loadOwner, type Owner } from '@/stack/owner';
import { portLayout } from '@/stack/port-layout';
import { needsGateway } from '@/stack/ports/wanted-ports';
import { postgresPart } from '@/stack/postgres/postgres-part';
import { findRedis } from '@/stack/redis/find-redis';
import { redisPart } from '@/stack/redis/redis-part';
import type { Refusal } from '@/stack/refusal';
import { repositoryRoot } from '@/stack/repository-root';
import { loadSecrets, type Secrets } from '@/stack/secrets';
import type { Settings } from '@/stack/settings';
import { stackEnv } from '@/stack/stack-env';
import { forgetState, writeState } from '@/stack/state';
import { claimStackDir } from '@/stack/supervisor/claim-stack-dir';
import { openPartLog, type PartLog } from '@/stack/supervisor/part-log';
import { createPartSet } from '@/stack/supervisor/part-set';
import * as plans from '@/stack/supervisor/parts-of-shop';
import { runDatabasePreparation } from '@/stack/supervisor/run-database-preparation';
import type { Steps } from '@/stack/supervisor/steps';
import { waitForOk } from '@/stack/supervisor/wait-for';

/** The whole shop, with everything below it. */
export interface Shop {
  /** Resolves when it serves; rejects with a Refusal when it cannot. */
  start(): Promise<{ owner: Owner; mailUrl: string | null }>;
  /** Stops all parts, edge first and Postgres last, also in the middle of a start. */
  stop(): Promise<void>;
}

export interface ShopOptions {
  settings: Settings;
  /** `next dev` in place of a build, origins and edge. */
  dev: boolean;
  steps: Steps;
  /** A part died too often for the shop to go on. */
  onGiveUp(reason: Refusal): void;
}

const devDistDir = '.next/dev';

export function createShop({ settings, dev, steps, onGiveUp }: ShopOptions): Shop {
  const { dir, port, stackPort } = settings;
  const ports = portLayout(settings);
  const startedAt = new Date().toISOString();
  const stopping = new AbortController();
  const locks: FileLock[] = [];
  let env: Record<string, string> = {};

  const parts = createPartSet({
    changed: () => {
      if (!stopping.signal.aborted) saveStateIfRoom();
    },
    say: (line) => steps.say(`  ${new Date().toISOString().slice(11, 19)} ${line}`),
    giveUp: onGiveUp,
  });
  const logOf = (name: string) => openPartLog(join(dir, 'logs', `${name}.log`));

  function saveState(): void {
    writeState(dir, { pid: process.pid, port, stackPort, startedAt, env, parts: parts.living() });
  }

  /** Parts must be started again on a full disk too: the file is for others. */
  function saveStateIfRoom(): void {
    try {
      saveState();
    } catch (error) {
      if (!saysDiskFull(String(error))) throw error;
    }
  }

  async function startStores(secrets: Secrets): Promise<void> {
    // Found before anything is started: without one there is nothing to start.
    const redis = settings.redisRest === null ? await findRedis(dir, steps.say) : null;
    if (settings.postgresUrl === null) {
      await steps.run('Postgres', async () =>
        parts.start([await postgresPart(dir, ports.postgres, secrets, logOf('postgres'))]),
      );
    }
    if (redis !== null) {
      await steps.run('Redis', () => parts.start([redisPart(dir, ports.redis, redis, logOf('redis'))]));
    }
  }

  async function startHelpers(ground: plans.Ground): Promise<void> {
    const helpers = [
      ...(needsGateway(settings) ? [plans.gatewayPart(ground)] : []),
      ...(settings.smtpUrl === null ? [plans.mailPart(ground)] : []),
    ];
    if (helpers.length > 0) await steps.run('Gateway and mail', () => parts.start(helpers));
  }

  async function startBuilt(ground: plans.Ground): Promise<void> {
    const build = await steps.run('Build', () => buildShop(logOf('build'), stopping.signal));
    const hold = holdBuild(join(repositoryRoot, build.distDir));
    if (hold !== null) locks.push(hold);
    env.RELEASE = build.release;
    await steps.run('Pages (Next)', () => parts.start(plans.originParts(ground, build)));
    await startJobs(ground, `http://127.0.0.1:${ports.jobsOrigin}`);
    await steps.run('Edge', async () => {
      await parts.start(plans.edgeParts(ground, build));
      await waitForOk(`http://127.0.0.1:${port}/api/health`, stopping.signal);
    });
  }

  async function startJobs(ground: plans.Ground, appUrl: string): Promise<void> {
    if (settings.bringsJobs) return;
    await steps.run('Jobs', () => parts.start([plans.jobsPart(ground, appUrl)]));
  }

  async function startDev(ground: plans.Ground): Promise<void> {
    const log = logOf('next-dev');
    const shown: PartLog = {
      ...log,
      write(chunk) {
        log.write(chunk);
        process.stdout.write(chunk);
      },
    };
    await steps.run('Pages (next dev)', () =>
      parts.start([plans.devPart(ground, shown, writeBuildTsconfig(devDistDir), devDistDir)]),
    );
    await startJobs(ground, `http://127.0.0.1:${port}`);
  }

  return {
    async start() {
      locks.push(await claimStackDir(settings, dev));
      const secrets = loadSecrets(dir);
      const owner = loadOwner(dir, process.env);
      env = stackEnv(settings, secrets, process.env);
      saveState();
      const inherited = { ...process.env, ...env, OWNER_EMAIL: owner.email, OWNER_PASSWORD: owner.password };
      const ground = { dir, port, ports, env: inherited, logOf };
      await startStores(secrets);
      await startHelpers(ground);
      await steps.run('Schema and demo shop', () =>
        runDatabasePreparation(inherited, logOf('database'), stopping.signal),
      );
      await (dev ? startDev(ground) : startBuilt(ground));
      saveStateIfRoom();
      return { owner, mailUrl: settings.smtpUrl === null ? `http://localhost:${ports.mailPage}` : null };
    },
    async stop() {
      stopping.abort();
      await parts.stop();
      if (dev) forgetNextDeclarations();
      if (locks.length > 0) forgetState(dir);
      for (const lock of locks.reverse()) lock.release();
    },
  };
}
