import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const intervalMs = 40;

/** Resolves when something accepts connections on a loopback port, or `gone` is aborted. */
export async function waitForPort(port: number, gone: AbortSignal): Promise<void> {
  while (!gone.aborted && !(await accepts(port))) await sleep(intervalMs);
}

/** Resolves when a GET is answered with 200, or `gone` is aborted. */
export async function waitForOk(url: string, gone: AbortSignal): Promise<void> {
  while (!gone.aborted && !(await answersOk(url))) await sleep(intervalMs);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}

async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
