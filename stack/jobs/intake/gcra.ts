/** A rate as the generic cell rate algorithm sees it. */
export interface Rate {
  /** Between two, in the long run. */
  intervalMs: number;
  /** How many may come at once. */
  burst: number;
}

/**
 * When the next one conforms, given the theoretical arrival time that the last ones left: now, or later. `tat` is what
 * to keep if it is let through at that time.
 */
export function nextConforming(
  tat: number | undefined,
  nowMs: number,
  rate: Rate,
): { atMs: number; tat: number } {
  const theoretical = Math.max(tat ?? 0, nowMs);
  const atMs = Math.max(nowMs, theoretical - rate.intervalMs * (rate.burst - 1));
  return { atMs, tat: theoretical + rate.intervalMs };
}
