import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Call, readCall } from '@/stack/jobs/testing/calls';
import { sign } from '@/stack/jobs/testing/sign';

/** What the fake app says to a Call Request. */
export interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
  /** In place of the right one, in an app that signs. */
  signature?: string | null;
}

/** `nth` counts the calls of this function from 1. Null resets the connection. */
export type Script = (call: Call, nth: number) => FakeAnswer | null | Promise<FakeAnswer | null>;

export interface FakeApp {
  appId: string;
  url: string;
  calls: Call[];
  callsOf(name: string): Call[];
  /** Adds a function; it listens to the event `<app id>/<name>` unless `config` says otherwise. */
  fn(name: string, config: Record<string, unknown>, script: Script): void;
  drop(name: string): void;
  /** The functions as an SDK reports them. */
  functions(): Record<string, unknown>[];
  /** Tells the engine about the functions, as an SDK does. */
  register(engineUrl: string, more?: Record<string, string>): Promise<{ status: number; body: unknown }>;
  /** Stops listening: connections are refused until `open`. */
  close(): Promise<void>;
  open(): Promise<void>;
}

const sdkHeaders = {
  'content-type': 'application/json',
  'x-inngest-sdk': 'fake:v1.0.0',
  'x-inngest-framework': 'nodejs',
  'x-inngest-req-version': '2',
};

/** Memo ids are whatever an SDK says they are. */
export const ops = (...list: Record<string, unknown>[]): FakeAnswer => ({ status: 206, body: list });
export const done = (value: unknown): FakeAnswer => ({ status: 200, body: JSON.stringify(value) });
export const stepRun = (id: string, data: unknown) => ({
  id,
  op: 'StepRun',
  name: id,
  displayName: id,
  opts: {},
  data,
});
export const planned = (id: string) => ({ id, op: 'StepPlanned', name: id, displayName: id, opts: {} });
export const sleepOp = (id: string, duration: string) => ({
  id,
  op: 'Sleep',
  name: duration,
  displayName: id,
  opts: {},
  data: null,
});

/** An app that answers by script, for what no well-behaved SDK would say. */
export async function startFakeApp(appId: string, signingKey?: string): Promise<FakeApp> {
  const scripts = new Map<string, { config: Record<string, unknown>; script: Script }>();
  const calls: Call[] = [];
  let server: Server;
  let port = 0;

  function signed(body: string, instead?: string | null): Record<string, string> {
    if (signingKey === undefined || instead === null) return {};
    return { 'x-inngest-signature': instead ?? sign(body, signingKey) };
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const raw = await readText(req);
    if (req.method === 'PUT') {
      const body = JSON.stringify(inBandSync(appId, app.functions(), app.url));
      res.writeHead(200, { ...sdkHeaders, 'x-inngest-sync-kind': 'in_band', ...signed(body) });
      res.end(body);
      return;
    }
    const query = new URL(req.url ?? '/', 'http://app').searchParams;
    const fnId = query.get('fnId') ?? '';
    const call = readCall(raw, {
      at: Date.now(),
      fnId,
      stepId: query.get('stepId') ?? '',
      headers: req.headers,
    });
    calls.push(call);
    const name = fnId.slice(appId.length + 1);
    const said = await scripts.get(name)?.script(call, app.callsOf(name).length);
    call.endedAt = Date.now();
    if (said === undefined || said === null) {
      res.destroy();
      return;
    }
    call.status = said.status;
    const body = typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? null);
    res.writeHead(said.status, { ...(said.headers ?? sdkHeaders), ...signed(body, said.signature) });
    res.end(body);
  }

  const app: FakeApp = {
    appId,
    url: '',
    calls,
    callsOf: (name) => calls.filter(({ fnId }) => fnId === `${appId}-${name}`),
    fn: (name, config, script) => void scripts.set(name, { config, script }),
    drop: (name) => void scripts.delete(name),
    functions: () => [...scripts].map(([name, { config }]) => describeFunction(app, name, config)),
    async register(engineUrl, more = {}) {
      const reply = await fetch(`${engineUrl}/fn/register`, {
        method: 'POST',
        headers: { ...sdkHeaders, 'x-inngest-sync-kind': 'out_of_band', ...more },
        body: JSON.stringify(outOfBandSync(appId, app.functions(), app.url)),
      });
      return { status: reply.status, body: await reply.json().catch(() => null) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    async open() {
      server = createServer((req, res) => void answer(req, res));
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
      app.url = `http://127.0.0.1:${port}/api/inngest`;
    },
  };
  await app.open();
  return app;
}

function describeFunction(
  app: FakeApp,
  name: string,
  config: Record<string, unknown>,
): Record<string, unknown> {
  const id = `${app.appId}-${name}`;
  const { retries, ...rest } = config;
  return {
    id,
    name,
    triggers: [{ event: `${app.appId}/${name}` }],
    steps: {
      step: {
        id: 'step',
        name: 'step',
        runtime: { type: 'http', url: `${app.url}?fnId=${id}&stepId=step` },
        ...(retries === undefined ? {} : { retries: { attempts: retries } }),
      },
    },
    ...rest,
  };
}

function inBandSync(appId: string, functions: unknown[], url: string) {
  return {
    app_id: appId,
    functions,
    url,
    sdk_author: 'inngest',
    sdk_language: 'js',
    sdk_version: '4.24.0',
    framework: 'nodejs',
    env: null,
    platform: null,
    capabilities: { trust_probe: 'v1', connect: 'v1' },
  };
}

function outOfBandSync(appId: string, functions: unknown[], url: string) {
  return {
    url,
    deployType: 'ping',
    framework: 'nodejs',
    appName: appId,
    sdk: 'js:v4.24.0',
    v: '0.1',
    capabilities: { trust_probe: 'v1', connect: 'v1' },
    functions,
  };
}

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
