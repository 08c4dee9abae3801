import type { Server } from 'node:http';

/** Takes no new connection, lets running requests finish, and ends what has not finished after `graceMs`. */
export async function drain(server: Server, graceMs: number): Promise<void> {
  // A connection that was busy at close() would stay open, idle, until its keep-alive ends.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
  clearTimeout(late);
}
