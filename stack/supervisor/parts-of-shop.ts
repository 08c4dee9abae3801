import { join } from 'node:path';
import type { Build } from '@/stack/builds/build-shop';
import { originPart } from '@/stack/origin/origin-part';
import type { PortLayout } from '@/stack/port-layout';
import { repositoryRoot } from '@/stack/repository-root';
import { launchEdgeWorker } from '@/stack/supervisor/launch-edge-worker';
import { launchNode } from '@/stack/supervisor/launch-node';
import type { PartPlan } from '@/stack/supervisor/part';
import type { PartLog } from '@/stack/supervisor/part-log';
import { waitForOk, waitForPort } from '@/stack/supervisor/wait-for';

type Environment = Record<string, string | undefined>;

/** What every plan below needs: the ports, the environment of the shop's processes, and a log by name. */
export interface Ground {
  dir: string;
  port: number;
  ports: PortLayout;
  env: Environment;
  logOf(part: string): PartLog;
}

/** Neon's and Upstash's HTTP protocols in front of the embedded stores. */
export function gatewayPart({ dir, ports, env, logOf }: Ground): PartPlan {
  const log = logOf('gateway');
  const own = {
    GATEWAY_PORT: String(ports.gateway),
    GATEWAY_POSTGRES_URL: env.POSTGRES_URL_NON_POOLING,
    // Never asked when the user brings a Redis.
    GATEWAY_REDIS_URL: env.REDIS_URL ?? `redis://127.0.0.1:${ports.redis}`,
  };
  return {
    name: 'gateway',
    port: ports.gateway,
    log,
    home: dir,
    launch: () =>
      launchNode({ file: 'stack/gateway/main.ts', env: { ...env, ...own }, typeScript: true }, log),
    ready: (gone) => waitForPort(ports.gateway, gone),
    stopSignals: [{ signal: 'SIGTERM', graceMs: 500 }],
  };
}

export function mailPart({ dir, ports, env, logOf }: Ground): PartPlan {
  const log = logOf('mail');
  const own = {
    SMTP_PORT: String(ports.smtp),
    MAIL_PAGE_PORT: String(ports.mailPage),
    MAIL_DIR: join(dir, 'mail'),
  };
  return {
    name: 'mail',
    port: ports.mailPage,
    log,
    home: dir,
    launch: () => launchNode({ file: 'stack/mail/main.ts', env: { ...env, ...own }, typeScript: true }, log),
    ready: async (gone) => {
      await Promise.all([waitForPort(ports.smtp, gone), waitForPort(ports.mailPage, gone)]);
    },
    stopSignals: [{ signal: 'SIGTERM', graceMs: 500 }],
  };
}

/** The engine that runs the shop's jobs, over the shop's own Postgres. */
export function jobsPart({ dir, ports, env, logOf }: Ground, appUrl: string): PartPlan {
  const log = logOf('jobs');
  const own = {
    JOBS_DATABASE_URL: env.POSTGRES_URL_NON_POOLING,
    JOBS_EVENT_KEY: env.INNGEST_EVENT_KEY,
    JOBS_SIGNING_KEY: env.INNGEST_SIGNING_KEY,
  };
  const args = ['--port', String(ports.jobs), '--app', `${appUrl}/api/inngest`];
  return {
    name: 'jobs',
    port: ports.jobs,
    log,
    home: dir,
    launch: () =>
      launchNode(
        {
          file: 'stack/jobs/main.ts',
          args,
          env: { ...env, ...own },
          typeScript: true,
          isBackground: true,
        },
        log,
      ),
    ready: (gone) => waitForOk(`http://127.0.0.1:${ports.jobs}/health`, gone),
    stopSignals: [{ signal: 'SIGTERM', graceMs: 2_000 }],
  };
}

/** The Next origins: those for pages, and the one that the job engine calls. */
export function originParts({ ports, env, logOf }: Ground, build: Build): PartPlan[] {
  const pages = ports.origins.map((port, index) => ({ name: `origin-${index + 1}`, port }));
  return [
    ...pages.map(({ name, port }) => originPart(name, port, build, env, logOf(name))),
    originPart('origin-jobs', ports.jobsOrigin, build, env, logOf('origin-jobs'), { isBackground: true }),
  ];
}

/** The edge workers, which share PORT; the port of each part is the worker's own. */
export function edgeParts({ dir, port, ports, env, logOf }: Ground, build: Build): PartPlan[] {
  return ports.edgeDirect.map((directPort, index) => {
    const name = `edge-${index + 1}`;
    const log = logOf(name);
    const own = {
      NODE_ENV: 'production',
      EDGE_PORT: String(port),
      EDGE_DIRECT_PORT: String(directPort),
      EDGE_JOBS_ORIGIN: `http://127.0.0.1:${ports.jobsOrigin}`,
      EDGE_ORIGINS: ports.origins.map((origin) => `http://127.0.0.1:${origin}`).join(','),
      EDGE_DIST_DIR: join(repositoryRoot, build.distDir),
      RELEASE: build.release,
    };
    return {
      name,
      port: directPort,
      log,
      home: dir,
      launch: () => launchEdgeWorker({ ...env, ...own }, log),
      ready: (gone) => waitForOk(`http://127.0.0.1:${directPort}/api/health`, gone),
      stopSignals: [{ signal: 'SIGTERM', graceMs: 3_000 }],
    };
  });
}

/** `next dev` on PORT, in place of origins and edge. */
export function devPart(
  { dir, port, env }: Ground,
  log: PartLog,
  tsconfig: string,
  distDir: string,
): PartPlan {
  return {
    name: 'next dev',
    port,
    log,
    home: dir,
    launch: () =>
      launchNode(
        {
          file: 'node_modules/next/dist/bin/next',
          args: ['dev', '-p', String(port)],
          env: {
            ...env,
            NODE_ENV: 'development',
            NEXT_TELEMETRY_DISABLED: '1',
            NEXT_DIST_DIR: distDir,
            NEXT_TSCONFIG: tsconfig,
          },
          typeScript: false,
        },
        log,
      ),
    ready: (gone) => waitForOk(`http://127.0.0.1:${port}/api/health`, gone),
    stopSignals: [{ signal: 'SIGTERM', graceMs: 2_000 }],
  };
}
