import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server that does nothing, in a process of its own: whoever is measured against it measures the generator. */
export async function startNullServer(): Promise<{ url: string; stop(): void }> {
  const child = fork(fileURLToPath(new URL('./null-server.mjs', import.meta.url)), { execArgv: [] });
  const [port] = (await once(child, 'message')) as [number];
  return { url: `http://127.0.0.1:${port}`, stop: () => child.disconnect() };
}
