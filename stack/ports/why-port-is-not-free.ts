import { createServer } from 'node:net';

// A program may hold the port on one of these only, and a part of ours may want any of them.
const hosts = ['0.0.0.0', '127.0.0.1', '::', '::1'];

/** Resolves to null when nothing listens on `port` on any local address, otherwise to the system's reason (EADDRINUSE, EACCES). */
export async function whyPortIsNotFree(port: number): Promise<string | null> {
  for (const host of hosts) {
    const reason = await tryToListen(port, host);
    if (reason === 'EADDRINUSE' || reason === 'EACCES') return reason;
  }
  return null;
}

/** Whether this machine has the address at all, as some have no IPv6. */
export async function hasAddress(host: string): Promise<boolean> {
  return (await tryToListen(0, host)) === null;
}

function tryToListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
    server.listen({ port, host, exclusive: true, ipv6Only: host.includes(':') }, () =>
      server.close(() => resolve(null)),
    );
  });
}
