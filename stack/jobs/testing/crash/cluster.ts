import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSync } from 'esbuild';
import { type Mark, readMarks } from '@/stack/jobs/testing/crash/marks';
import { type EngineApi, engineApi } from '@/stack/jobs/testing/engine-api';
import { type EngineProcess, engineReady, launchEngine } from '@/stack/jobs/testing/engine-process';
import { makeScratchDatabase, type ScratchDatabase } from '@/stack/jobs/testing/scratch-database';
import { until } from '@/stack/jobs/testing/until';
import { reservePorts } from '@/stack/ports/reserve-ports';
import { repositoryRoot } from '@/stack/repository-root';
import { launchNode } from '@/stack/supervisor/launch-node';
import type { Running } from '@/stack/supervisor/running';

/** So short that a test need not wait long for what a killed engine held. */
const leaseMs = 1_500;

export interface Job {
  name: string;
  id: string;
  data?: Record<string, unknown>;
}

/** A run as the engine's tables have it, with the id of the event that started it. */
export interface StoredRun {
  id: string;
  fn: string;
  event_id: string;
  event_name: string;
  status: string;
  output: string | null;
}

/** An app and one engine or two, as processes that can be killed, on a database of their own. */
export interface Cluster {
  api: EngineApi;
  database: ScratchDatabase;
  /** Starts the engine, or a second one on the same database; resolves when it serves. */
  startEngine(which?: number): Promise<EngineProcess>;
  startApp(): Promise<Running>;
  /** The ones that were started last. */
  engine(which?: number): EngineProcess;
  app(): Running;
  /** Sends until the engine has said yes, as a client that must not lose anything. */
  send(jobs: readonly Job[], which?: number): Promise<void>;
  runs(): Promise<StoredRun[]>;
  /** Waits until each of these events has its run, completed. */
  completed(jobs: readonly Job[], timeoutMs?: number): Promise<StoredRun[]>;
  marks(): Mark[];
  /** Rows that tell of work still to do. */
  leftovers(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export async function startCluster(postgresUrl?: string): Promise<Cluster> {
  const row = await reservePorts(3);
  const database = await makeScratchDatabase(postgresUrl);
  const folder = mkdtempSync(join(tmpdir(), 'doorbuster-crash-'));
  const marksFile = join(folder, 'marks.jsonl');
  const appFile = join(folder, 'app.mjs');
  // One file starts in a fifth of the time that the same app needs from its sources.
  buildSync({
    entryPoints: [`${repositoryRoot}/stack/jobs/testing/crash/app.ts`],
    outfile: appFile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const appPort = row.base + 2;
  const appUrl = `http://127.0.0.1:${appPort}/api/inngest`;
  const engines = new Map<number, EngineProcess>();
  let app: Running | null = null;

  const cluster: Cluster = {
    api: engineApi(`http://127.0.0.1:${row.base}`),
    database,
    async startEngine(which = 0) {
      const engine = launchEngine({
        port: row.base + which,
        databaseUrl: database.url,
        apps: [appUrl],
        retryIntervalMs: 100,
        env: { JOBS_LEASE_MS: String(leaseMs) },
      });
      engines.set(which, engine);
      await engineReady(engine);
      return engine;
    },
    async startApp() {
      const started = launchNode(
        {
          file: relative(repositoryRoot, appFile),
          args: ['--port', String(appPort), '--engine', cluster.api.url, '--marks', marksFile],
          env: { ...process.env },
          typeScript: false,
        },
        { write: () => {} },
      );
      app = started;
      await until(() => fetch(appUrl), { timeoutMs: 20_000, everyMs: 50 });
      return started;
    },
    engine: (which = 0) => present(engines.get(which)),
    app: () => present(app),
    async send(jobs, which = 0) {
      const body = JSON.stringify(
        jobs.map(({ name, id, data = {} }) => ({ name: `crash/${name}`, id, data, ts: Date.now() })),
      );
      const seed = `${Date.now()},${randomBytes(10).toString('base64')}`;
      for (const until = Date.now() + 60_000; Date.now() < until; await sleep(100)) {
        const status = await fetch(`http://127.0.0.1:${row.base + which}/e/crash`, {
          method: 'POST',
          body,
          headers: { 'x-inngest-event-id-seed': seed },
        }).then(
          (answer) => answer.status,
          () => 0,
        );
        if (status === 200) return;
        if (status >= 400 && status < 500) throw new Error(`sending: ${status}`);
      }
      throw new Error('The engine took no events for a minute.');
    },
    runs: () =>
      database.query<StoredRun>(
        `select r.id, replace(r.fn_id, 'crash-', '') as fn, e.id as event_id, e.name as event_name, r.status, r.output
         from jobs.run r join jobs.event e on e.iid = r.event_iid`,
      ),
    completed: (jobs, timeoutMs = 20_000) =>
      until(
        async () => {
          const found = new Map((await cluster.runs()).map((run) => [`${run.fn} ${run.event_id}`, run]));
          const runs = jobs.map((job) => found.get(`${job.name} ${job.id}`));
          const open = runs.filter((run) => run?.status !== 'completed');
          if (open.length > 0) {
            const some = open.slice(0, 5).map((run) => run && [run.fn, run.event_id, run.status, run.output]);
            throw new Error(`${open.length} of ${jobs.length} not completed: ${JSON.stringify(some)}`);
          }
          return runs.filter((run) => run !== undefined);
        },
        { timeoutMs, everyMs: 200 },
      ),
    marks: () => readMarks(marksFile),
    async leftovers() {
      const tables = ['job', 'op', 'pause', 'debounce', 'batch'];
      const counted = tables.map((table) => `(select count(*)::int from jobs.${table}) as ${table}`);
      const [row] = await database.query<Record<string, number>>(`select ${counted.join(', ')}`);
      return row ?? {};
    },
    async stop() {
      await Promise.all([...engines.values()].map((engine) => engine.stop()));
      app?.signal('SIGKILL');
      await app?.ended;
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      row.lock.release();
    },
  };
  return cluster;
}

/** Runs a first job, so that everything is up and the functions are known. */
export async function warmUp(cluster: Cluster): Promise<void> {
  await until(async () => {
    const job = { name: 'simple', id: `warm-${Date.now()}` };
    await cluster.send([job]);
    await cluster.completed([job], 300);
  });
}

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('not started yet');
  return value;
}

export const nothingLeft = { job: 0, op: 0, pause: 0, debounce: 0, batch: 0 };
