import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Inngest } from 'inngest';
import { serve } from 'inngest/node';
import { afterAll, beforeAll, test, vi } from 'vitest';
import { type Call, listenIn } from '@/stack/jobs/testing/calls';
import { type EngineApi, engineApi, type RunView } from '@/stack/jobs/testing/engine-api';
import { type EngineProcess, engineReady, launchEngine } from '@/stack/jobs/testing/engine-process';
import { makeScratchDatabase, type ScratchDatabase } from '@/stack/jobs/testing/scratch-database';
import { reservePorts } from '@/stack/ports/reserve-ports';

/** The engine under test when it is not ours: `npx inngest-cli dev --retry-interval 1`, by its address. */
export const foreignEngine = process.env.ENGINE_URL;

/** For what only our engine promises; skipped, by name, on another one. */
export const testOfOurs = foreignEngine === undefined ? test : test.skip;

export interface SuiteOptions {
  /** Both make the app speak as in the cloud, signed, and the engine check it. */
  signingKey?: string;
  eventKey?: string;
  engineEnv?: Record<string, string>;
  /** The endpoints of apps beside the suite's own. */
  furtherApps?: readonly string[];
}

type Data = Record<string, unknown>;

export interface Suite {
  client: Inngest;
  appId: string;
  /** The app's endpoint. */
  appUrl: string;
  api: EngineApi;
  /** Every Call Request that the app received. */
  calls: Call[];
  callsOf(name: string): Call[];
  /** The id and the trigger of a function that starts with the event of the same name. */
  on(name: string): { id: string; triggers: [{ event: string }] };
  /** A name for an event that no other app knows. */
  event(name: string): string;
  send(name: string, data?: Data, more?: { id?: string; ts?: number }): Promise<string>;
  /** Sends the event and waits for the one run that it starts. */
  run(name: string, data?: Data, timeoutMs?: number): Promise<RunView>;
  engine(): EngineProcess;
  database(): ScratchDatabase;
}

/** One app and one engine for a file of cases, which all run at the same time. Functions are made before they start. */
export async function openSuite(name: string, options: SuiteOptions = {}): Promise<Suite> {
  vi.setConfig({ maxConcurrency: 500, testTimeout: 40_000 });
  const row = await reservePorts(2);
  const engineUrl = foreignEngine ?? `http://127.0.0.1:${row.base}`;
  const appUrl = `http://127.0.0.1:${row.base + 1}/api/inngest`;
  const appId = `${name}-${randomBytes(4).toString('hex')}`;
  const signed = options.signingKey !== undefined;
  const client = new Inngest({
    id: appId,
    isDev: !signed,
    baseUrl: engineUrl,
    checkpointing: false,
    logger: silent,
    internalLogger: silent,
    ...(options.signingKey === undefined ? {} : { signingKey: options.signingKey }),
    ...(options.eventKey === undefined ? {} : { eventKey: options.eventKey }),
  });
  const calls: Call[] = [];
  const api = engineApi(engineUrl, options.signingKey);
  const event = (name: string) => `${appId}/${name}`;
  let server: Server | null = null;
  let engine: EngineProcess | null = null;
  let database: ScratchDatabase | null = null;

  beforeAll(async () => {
    const handler = serve({ client, functions: client.funcs });
    server = createServer((req, res) => {
      listenIn(req, res, calls);
      void handler(req, res);
    });
    await new Promise<void>((resolve) => server?.listen(row.base + 1, '127.0.0.1', resolve));
    if (foreignEngine === undefined) {
      database = await makeScratchDatabase();
      engine = launchEngine({
        port: row.base,
        databaseUrl: database.url,
        apps: [appUrl, ...(options.furtherApps ?? [])],
        ...(options.signingKey === undefined ? {} : { signingKey: options.signingKey }),
        ...(options.engineEnv === undefined ? {} : { env: options.engineEnv }),
      });
      await engineReady(engine);
    }
    await register(appUrl);
  });
  afterAll(async () => {
    await engine?.stop();
    await database?.drop();
    server?.closeAllConnections();
    server?.close();
    row.lock.release();
    if (process.env.ENGINE_LOG !== undefined) console.log(engine?.log());
  });

  const suite: Suite = {
    client,
    appId,
    appUrl,
    api,
    calls,
    callsOf: (name) => calls.filter(({ fnId }) => fnId === `${appId}-${name}`),
    on: (name) => ({ id: name, triggers: [{ event: event(name) }] }),
    event,
    async send(name, data = {}, more = {}) {
      const { ids } = await client.send({ name: event(name), data, ...more });
      const [id] = ids;
      if (id === undefined) throw new Error('sending returned no id');
      return id;
    },
    run: async (name, data, timeoutMs) => api.result(await suite.send(name, data), timeoutMs),
    engine: () => present(engine),
    database: () => present(database),
  };
  return suite;
}

/** Has the app register itself, as `curl -X PUT` would: when this returns, the engine knows its functions. */
export async function register(appUrl: string): Promise<void> {
  const answer = await fetch(appUrl, { method: 'PUT' });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('Successfully registered')) {
    throw new Error(`registering: ${answer.status} ${text}`);
  }
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('only in a test, and only with our own engine');
  return value;
}

/** An SDK that keeps to itself what tests provoke. */
export const silent = { info() {}, warn() {}, error() {}, debug() {} };
