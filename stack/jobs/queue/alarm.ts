const STEP_MS = 20;
const HORIZON_MS = 15_000;

/** Wakes the dispatcher when something falls due soon; what is further away is found by its slow poll. */
export function createAlarm(wake: () => void) {
  const timers = new Map<number, NodeJS.Timeout>();
  return {
    in(delayMs: number) {
      if (delayMs > HORIZON_MS) return;
      const slot = Math.ceil((performance.now() + Math.max(0, delayMs)) / STEP_MS);
      if (timers.has(slot)) return;
      const timer = setTimeout(
        () => {
          timers.delete(slot);
          wake();
        },
        slot * STEP_MS - performance.now(),
      );
      timers.set(slot, timer);
    },
    clear() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
