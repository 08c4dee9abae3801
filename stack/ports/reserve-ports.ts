import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileLock, takeLock } from '@/stack/file-lock.mjs';
import { whyPortIsNotFree } from '@/stack/ports/why-port-is-not-free';

// Below the ports that systems hand out for outgoing connections (from 32768), above those with a name.
const first = 15_000;
const last = 31_000;
const step = 50;

/** A row of free ports that no other test run takes meanwhile. */
export interface PortRow {
  base: number;
  lock: FileLock;
}

/** Finds `count` (at most 50) free ports in a row and keeps them reserved until the lock is released. */
export async function reservePorts(count: number): Promise<PortRow> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const base = first + step * randomInt((last - first) / step);
    const lock = takeLock(join(tmpdir(), `doorbuster-ports-${userName()}`, String(base)));
    if (lock === null) continue;
    if (await allFree(base, count)) return { base, lock };
    lock.release();
  }
  throw new Error(`No ${count} free ports in a row were found between ${first} and ${last}.`);
}

async function allFree(base: number, count: number): Promise<boolean> {
  for (let port = base; port < base + count; port += 1) {
    if ((await whyPortIsNotFree(port)) !== null) return false;
  }
  return true;
}

/** Another user's reservations could not be cleaned up by us. */
function userName(): string {
  return String(process.getuid?.() ?? 'user');
}
