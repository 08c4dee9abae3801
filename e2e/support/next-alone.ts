import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { call } from './client';
import { shop } from './shop';
import { eventually } from './wait';

/** `next start` that keeps its own pages, as on Vercel: no edge of ours stands in front of it. */
export type NextAlone = { readonly url: string; readonly stop: () => Promise<void> };

/** Starts it over the stores and the build of the running shop. */
export async function startNextAlone(): Promise<NextAlone> {
  const { body } = await call('GET', '/api/health');
  const { release } = body as { release: string };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { PAGE_CACHE: _, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      env: {
        ...inherited,
        ...shop.stack,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_DIST_DIR: `.next/${release}`,
        RELEASE: release,
        PUBLIC_URL: url,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await eventually('next start answers', 60_000, async () => {
      if (child.exitCode !== null) throw new Error(`next start ended with ${child.exitCode}`);
      const answer = await call('GET', '/api/health', { at: url, timeoutMs: 5_000 }).catch(() => null);
      return answer?.status === 200 || undefined;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
