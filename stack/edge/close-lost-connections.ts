import type { Worker } from 'node:cluster';

interface Handle {
  close(callback?: () => void): void;
}

/**
 * Call it in the primary for each worker of a cluster that shares its port round robin. There the primary accepts and
 * hands each connection on; Node forgets those a worker was sent but had not taken when it was killed, and as the
 * primary still holds them, their clients would wait for ever. Closed, they learn at once, and try again.
 */
export function closeLostConnections(worker: Worker): void {
  const underWay = new Set<Handle>();
  const send = worker.process.send?.bind(worker.process) as ((...args: unknown[]) => boolean) | undefined;
  if (send === undefined) return;
  worker.process.send = (message: unknown, handle?: unknown, ...rest: unknown[]) => {
    if (isHandle(handle)) track(handle);
    return send(message, handle, ...rest);
  };
  worker.once('exit', () => {
    for (const handle of underWay) handle.close();
  });

  function track(handle: Handle): void {
    underWay.add(handle);
    // Once a worker has taken a connection, the primary closes its own end of it.
    const close = handle.close.bind(handle);
    handle.close = (callback) => {
      underWay.delete(handle);
      close(callback);
    };
  }
}

function isHandle(value: unknown): value is Handle {
  return typeof value === 'object' && value !== null && 'close' in value && typeof value.close === 'function';
}
