/**
 * A new version of a product: the time in microseconds, as Postgres keeps it. Below the millisecond it is random, so
 * that two writers never take the same one; it is compared for equality and never ordered.
 */
export function newVersion(nowMs: number): string {
  const micros = String(Math.floor(Math.random() * 1_000)).padStart(3, '0');
  return new Date(nowMs).toISOString().replace('Z', `${micros}Z`);
}
