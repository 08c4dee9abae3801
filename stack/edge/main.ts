import { once } from 'node:events';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '@/lib/platform/log';
import { logFault } from './answer';
import { assertSameBuildAtOrigins, assertSameBuildOnDisk, BuildMismatch } from './build-identity';
import { loadEdgeBundle } from './bundle';
import { drain } from './drain';

// Environment: EDGE_PORT; EDGE_JOBS_ORIGIN (where /api/inngest is passed on to, else to any origin); EDGE_DIRECT_PORT (optional: a loopback port of this worker's own); EDGE_ORIGINS (comma list
// of base addresses); EDGE_DIST_DIR; INTERNAL_TOKEN; TRUSTED_PROXIES; PUBLIC_URL; and what the routes read. Runs
// alone, or as one of several workers of node:cluster that share EDGE_PORT.

// Below the 3 s after which the supervisor kills: what still runs then is cut by us, in order, and not by a signal.
const drainMs = 2_800;
const backgroundStopMs = 2_000;

async function main(): Promise<void> {
  const startedAt = performance.now();
  const origins = (process.env.EDGE_ORIGINS ?? '')
    .split(',')
    .flatMap((text) => (text.trim() ? new URL(text.trim()) : []));
  const distDir = resolve(process.env.EDGE_DIST_DIR ?? '.next');
  const bundle = await loadEdgeBundle(distDir);
  await assertSameBuildOnDisk(bundle, distDir);
  const token = process.env.INTERNAL_TOKEN ?? '';
  if (!(await assertSameBuildAtOrigins(bundle, { origins, token }))) {
    log('warn', 'edge-without-origins', { origins: origins.map(({ host }) => host).join(',') });
  }

  const edge = bundle.createEdge({
    routes: bundle.routes,
    pages: bundle.pages ?? [],
    origins,
    ...(process.env.EDGE_JOBS_ORIGIN ? { jobsOrigin: new URL(process.env.EDGE_JOBS_ORIGIN) } : {}),
    trustedProxies: process.env.TRUSTED_PROXIES ?? '',
    ...(process.env.PUBLIC_URL === undefined ? {} : { publicUrl: process.env.PUBLIC_URL }),
  });
  const servers = [await listen(edge.createServer(), { port: portFrom('EDGE_PORT') })];
  if (process.env.EDGE_DIRECT_PORT) {
    // Exclusive: in a cluster the port would otherwise be every worker's.
    const direct = { port: portFrom('EDGE_DIRECT_PORT'), host: '127.0.0.1', exclusive: true };
    servers.push(await listen(edge.createServer(), direct));
  }
  const background = bundle.startBackground?.();
  log('info', 'edge-ready', { routes: bundle.routes.length, ms: Math.round(performance.now() - startedAt) });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all(servers.map((server) => drain(server, drainMs)));
    await Promise.race([background?.stop(), sleep(backgroundStopMs)]);
    edge.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => end('edge-stop-failed', error));
    });
  }
}

function portFrom(name: 'EDGE_PORT' | 'EDGE_DIRECT_PORT'): number {
  const port = Number(process.env[name]);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name} must be a port number.`);
  return port;
}

async function listen(
  server: Server,
  where: { port: number; host?: string; exclusive?: boolean },
): Promise<Server> {
  server.listen(where);
  await once(server, 'listening');
  return server;
}

function end(event: string, error: unknown): never {
  logFault(event, error);
  process.exit(1);
}

process.on('uncaughtException', (error) => end('edge-died', error));
// A promise that a handler forgot must not end everyone else's requests.
process.on('unhandledRejection', (reason) => logFault('edge-unhandled-rejection', reason));

main().catch((error: unknown) => {
  if (!(error instanceof BuildMismatch)) end('edge-not-started', error);
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
