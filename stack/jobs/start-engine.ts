import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { developerBackoff, fixedBackoff, tableBackoff } from './backoff';
import { openDatabase } from './database';
import { createIntake } from './intake/intake';
import { log, messageOf } from './log';
import { migrate } from './migrate';
import { createAppHealth } from './queue/app-health';
import { createAppCaller } from './queue/call-app';
import { createDispatcher } from './queue/dispatcher';
import { createLeader } from './queue/leader';
import { notifyOthers, startListener } from './queue/listener';
import { createSlots } from './queue/slots';
import { startUpkeep } from './queue/upkeep';
import { boardRoutes } from './server/board-routes';
import { eventRoutes } from './server/event-routes';
import { pageRoutes } from './server/page-routes';
import { runRoutes } from './server/run-routes';
import { sdkRoutes } from './server/sdk-routes';
import { createServer } from './server/server';
import { statusRoutes } from './server/status-routes';
import { testRoutes } from './server/test-routes';
import { DEFAULTS, type EngineOptions } from './settings';
import { awaitApps } from './sync/awaited-apps';
import { createRegistry } from './sync/registry';
import { type SyncLoop, startSyncLoop } from './sync/sync-loop';
import { waitForDatabase } from './wait-for-database';

export interface Engine {
  url: string;
  /** Ends calls that are open within a few seconds, and gives the rest back. */
  stop(): Promise<void>;
}

const GRACE_MS = 3_000;
const FIRST_SYNC_MS = 2_500;
const LOOPBACK = /^(127(\.\d+){3}|::1|localhost)$/;

/** Starts an engine: brings its schema up to date, listens, asks the apps for their functions, and runs them. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const host = options.host ?? DEFAULTS.host;
  const signingKey = options.signingKey ?? null;
  const loopback = LOOPBACK.test(host);
  if (!loopback && signingKey === null) {
    throw new Error(`Listening on ${host} needs a signing key: without one anybody could run functions.`);
  }
  const db = openDatabase(options.databaseUrl);
  try {
    await waitForDatabase(db);
    await migrate(db.pool);
  } catch (error) {
    await db.close();
    throw error;
  }
  const total = options.concurrency ?? DEFAULTS.concurrency;
  const leaseMs = options.leaseMs ?? DEFAULTS.leaseMs;
  const fixed = options.retryIntervalMs;
  const backoff =
    fixed !== undefined ? fixedBackoff(fixed) : signingKey === null ? developerBackoff() : tableBackoff();
  const registry = createRegistry(db);
  const leader = createLeader(db);
  const slots = createSlots({ total, perFunction: Math.ceil(total / 3), reserved: Math.floor(total / 6) });
  const health = createAppHealth(fixed ?? null);
  const caller = createAppCaller(signingKey, total);
  const dev = signingKey === null;
  const dispatcher = createDispatcher({
    db,
    registry,
    leader,
    slots,
    caller,
    health,
    backoff,
    leaseMs,
    leaderMs: options.leaderMs ?? DEFAULTS.leaderMs,
    dev,
  });
  /** There is work: for this engine, or for the one that leads. */
  const announce = () => {
    if (leader.leads) dispatcher.wake();
    else notifyOthers(db).catch((error: unknown) => log('warn', 'not-notified', { error: messageOf(error) }));
  };
  const intake = createIntake(db, registry, announce);
  let ready = false;
  let sync: SyncLoop | null = null;
  const getSync = () => {
    if (!sync) throw new Error('The engine is starting.');
    return sync;
  };
  const server = createServer(
    [
      ...eventRoutes(intake, registry),
      ...sdkRoutes(db, registry, getSync, dev),
      ...runRoutes(db, registry, announce),
      ...boardRoutes(db, registry),
      ...statusRoutes({
        db,
        ready: () => ready,
        sync: getSync,
        leads: () => leader.leads,
        faults: () => dispatcher.faults,
      }),
      ...pageRoutes(db, registry, announce),
      ...(options.testAdvance ? testRoutes(db, announce) : []),
    ],
    { signingKey, eventKey: options.eventKey ?? null, loopback },
  );
  try {
    await registry.refresh();
    await awaitApps(db, options.apps);
    await listen(server, options.port, host);
  } catch (error) {
    await db.close();
    throw error;
  }
  const upkeep = startUpkeep({
    db,
    leader,
    slots,
    leaseMs,
    retentionMs: options.retentionMs ?? DEFAULTS.retentionMs,
  });
  const listener = startListener(options.databaseUrl, dispatcher.wake);
  dispatcher.wake();
  sync = startSyncLoop({
    db,
    registry,
    health,
    apps: options.apps,
    signingKey,
    changed: announce,
    intakeIdle: intake.idle,
  });
  // Who waits for /health may send at once: the functions are known then, unless an app is not up.
  await Promise.race([sync.tried(), sleep(FIRST_SYNC_MS, null, { ref: false })]);
  ready = true;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`;
  log('info', 'engine-ready', { url, signed: !dev });

  let stopped: Promise<void> | null = null;
  async function stop(): Promise<void> {
    getSync().stop();
    upkeep.stop();
    await listener.stop();
    server.close();
    server.closeIdleConnections();
    await dispatcher.stop(GRACE_MS);
    caller.close();
    await leader
      .resign()
      .catch((error: unknown) => log('warn', 'lead-not-given-up', { error: messageOf(error) }));
    server.closeAllConnections();
    await db.close();
  }
  return {
    url,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new Error(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken: stop what uses it, or give another with --port.`
        : `Port ${port} on ${host} cannot be used (${code || messageOf(error)}).`,
    );
  }
}
