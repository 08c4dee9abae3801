import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reservePorts } from '@/stack/ports/reserve-ports';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_TIMEOUT_MS = 300_000;
/** The shop's own and those of its stack. */
const PORTS = 20;

export type BenchShop = {
  /** The shop's own edge. */
  readonly url: string;
  /** Next's own server alone, behind it. */
  readonly nextUrl: string;
  readonly ownerKey: string;
  /** Postgres itself, past the shop. */
  readonly postgresUrl: string;
  /** What `stack:env` prints. */
  readonly env: Readonly<Record<string, string>>;
  /** The processes that serve, by what they are. */
  readonly parts: Readonly<Record<'edge' | 'next' | 'postgres' | 'redis' | 'jobs' | 'jobsOrigin', number>>;
  stop(): Promise<void>;
};

/** Starts a shop of its own on free ports, empty, with rate limits on and a proxy on this machine trusted. */
export async function startShop(): Promise<BenchShop> {
  const dir = await mkdtemp(join(tmpdir(), 'doorbuster-bench-'));
  const row = await reservePorts(PORTS);
  const env = {
    ...process.env,
    PORT: String(row.base),
    STACK_PORT: String(row.base + 1),
    STACK_DIR: dir,
    SEED: 'none',
    TRUSTED_PROXIES: '127.0.0.1,::1',
  };
  const child = spawn(process.execPath, ['cli/bootstrap.mjs', 'stack/start.ts'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    row.lock.release();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${row.base}`;
    await untilHealthy(`${url}/api/health`, ended);
    const state = JSON.parse(await readFile(join(dir, 'state.json'), 'utf8')) as {
      stackPort: number;
      env: Record<string, string>;
      parts: { name: string; pid: number }[];
    };
    const pidOf = (name: string) => state.parts.find((part) => part.name === name)?.pid ?? 0;
    return {
      url,
      nextUrl: `http://127.0.0.1:${state.stackPort + 7}`,
      ownerKey: await makeOwnerKey(env),
      postgresUrl: state.env.POSTGRES_URL_NON_POOLING ?? '',
      env: state.env,
      parts: {
        edge: pidOf('edge-1'),
        next: pidOf('origin-1'),
        postgres: pidOf('postgres'),
        redis: pidOf('redis'),
        jobs: pidOf('jobs'),
        jobsOrigin: pidOf('origin-jobs'),
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilHealthy(url: string, ended: Promise<void>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline && !hasEnded) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('The shop did not start.');
}

async function makeOwnerKey(env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(
    process.execPath,
    ['cli/bootstrap.mjs', 'cli/api-key.ts', '--name', 'bench', '--role', 'owner'],
    { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  const key = output.trim();
  if (key === '') throw new Error('No API key could be made.');
  return key;
}
