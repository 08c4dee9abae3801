import type { Database } from '../database';
import { log, messageOf } from '../log';
import type { AppHealth } from '../queue/app-health';
import { catchUp } from './awaited-apps';
import { pullApp } from './pull-app';
import type { Registry } from './registry';
import { type AppReport, saveApp } from './save-app';

const UP_MS = 3_000;
const DOWN_MS = 500;
const REFUSED_MS = 2_000;

export interface AppSync {
  /** Null until it has answered. */
  id: string | null;
  url: string;
  ok: boolean;
  lastSyncAt: string | null;
  error: string | null;
}

/** Asks each app for its functions: until it is up, and again and again, so that a change is seen. */
export function startSyncLoop(parts: {
  db: Database;
  registry: Registry;
  health: AppHealth;
  apps: readonly string[];
  signingKey: string | null;
  changed: () => void;
  /** Resolves when events that were being taken in are in. */
  intakeIdle: () => Promise<void>;
}) {
  const states = new Map(
    parts.apps.map((url): [string, AppSync] => [
      url,
      { id: null, url, ok: false, lastSyncAt: null, error: null },
    ]),
  );
  const timers = new Map<string, NodeJS.Timeout>();
  const saved = new Map<string, { text: string; version: number }>();
  const waiting = new Set(parts.apps);
  let stopped = false;

  /** Whether this very report is what was saved last, by anybody: then Postgres need not be asked. */
  function isKnown(report: AppReport): boolean {
    const text = JSON.stringify(report);
    const before = saved.get(report.id);
    saved.set(report.id, { text, version: parts.registry.version });
    return before?.text === text && before.version === parts.registry.version;
  }

  async function syncOnce(state: AppSync): Promise<number> {
    try {
      const report = await pullApp(state.url, parts.signingKey);
      if (report && !isKnown(report) && (await saveApp(parts.db, report))) {
        await parts.registry.refresh();
        log('info', 'app-synced', { app: state.url, functions: report.functions.length });
        parts.changed();
      }
      const id = report?.id ?? state.id ?? (await findAppId(state.url));
      if (id !== null && waiting.has(state.url)) {
        // Events that were being taken in did not see the new functions: they are among those to catch up with.
        await parts.intakeIdle();
        const runs = await catchUp(parts.db, parts.registry, state.url, id);
        waiting.delete(state.url);
        if (runs > 0) parts.changed();
      }
      if (id !== null && parts.health.reached(id)) parts.changed();
      Object.assign(state, { id, ok: true, error: null, lastSyncAt: new Date().toISOString() });
      return UP_MS;
    } catch (error) {
      saved.clear();
      const unreached = error instanceof TypeError;
      const why = unreached ? `${state.url} cannot be reached.` : messageOf(error);
      // Once, not at every try.
      if (why !== state.error && !stopped)
        log(unreached ? 'info' : 'error', 'sync-failed', { app: state.url, why });
      Object.assign(state, { ok: false, error: why });
      return unreached ? DOWN_MS : REFUSED_MS;
    }
  }

  /** Of an app that registered by itself. */
  async function findAppId(url: string): Promise<string | null> {
    const [app] = await parts.db.query<{ id: string }>('select id from jobs.app where url = $1', [url]);
    return app?.id ?? null;
  }

  function again(state: AppSync, delayMs: number): void {
    if (stopped) return;
    clearTimeout(timers.get(state.url));
    timers.set(
      state.url,
      setTimeout(() => void syncOnce(state).then((next) => again(state, next)), delayMs),
    );
  }

  const firstTries = Promise.all(
    [...states.values()].map(async (state) => again(state, await syncOnce(state))),
  );
  return {
    /** Resolves when each app has been asked once, whatever it said. */
    async tried() {
      await firstTries;
    },
    states: () => [...states.values()],
    /** Syncs now; null if no app of this name or address is known. */
    async force(name: string): Promise<AppSync | null> {
      const rows = await parts.db.query<{ url: string }>('select url from jobs.app where id = $1', [name]);
      const url = states.has(name) ? name : rows[0]?.url;
      if (url === undefined) return null;
      const state = states.get(url) ?? { id: null, url, ok: false, lastSyncAt: null, error: null };
      await syncOnce(state);
      return state;
    },
    stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

export type SyncLoop = ReturnType<typeof startSyncLoop>;
