const MAX_PAUSE_MS = 30_000;
/** However short the back-off that was asked for. */
const MIN_PAUSE_MS = 50;

/** Which apps cannot be reached: their calls wait, and one of them tries from time to time. Attempts are not used up. */
export function createAppHealth(fixedPauseMs: number | null) {
  const down = new Map<string, { failures: number; until: number }>();
  return {
    /** Whether the app may be called now. */
    isOpen(appId: string): boolean {
      const state = down.get(appId);
      return !state || performance.now() >= state.until;
    },
    /** Whether all that is known is that it was down: then one call is enough to find out. */
    isSuspect: (appId: string) => down.has(appId),
    /** It answered, whatever it said. */
    reached(appId: string): boolean {
      return down.delete(appId);
    },
    /** How long to wait before the next try. */
    unreached(appId: string): number {
      const before = down.get(appId);
      const now = performance.now();
      // Many calls fail at once: they count as one failure.
      if (before && before.until > now) return before.until - now;
      const failures = (before?.failures ?? 0) + 1;
      const pauseMs = Math.max(
        MIN_PAUSE_MS,
        fixedPauseMs ?? Math.min(MAX_PAUSE_MS, 1_000 * 2 ** (failures - 1)),
      );
      down.set(appId, { failures, until: now + pauseMs });
      return pauseMs;
    },
  };
}

export type AppHealth = ReturnType<typeof createAppHealth>;
