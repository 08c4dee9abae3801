/** Where the time comes from, passed in so that a test of tomorrow takes three lines. */
export type Clock = { readonly nowMs: () => number };

export const systemClock: Clock = { nowMs: () => Date.now() };

/** A clock that stands at `startMs` and moves only by `advance(ms)`. */
export function manualClock(startMs: number): Clock & { readonly advance: (ms: number) => void } {
  let now = startMs;
  return {
    nowMs: () => now,
    advance: (ms) => {
      now += ms;
    },
  };
}
