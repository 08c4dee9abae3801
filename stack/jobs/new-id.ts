import { randomFillSync } from 'node:crypto';
import { factory } from 'ulid';

const POOL = new Uint8Array(4_096);
let used = POOL.length;

/** Randomness from a pool: asking the system for each of an id's sixteen characters is what an id would cost. */
function random(): number {
  if (used === POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  const byte = POOL[used] ?? 0;
  used += 1;
  return byte / 256;
}

/** A new ULID. */
export const newId: () => string = factory(random);
