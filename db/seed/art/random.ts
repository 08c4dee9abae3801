/** A seeded source of numbers; the same seed gives the same sequence on every machine. */
export type Random = {
  /** A float in [0, 1). */
  next(): number;
  /** A float in [low, high). */
  range(low: number, high: number): number;
  /** An integer from low to high, both included. */
  int(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** A rough bell curve in (-1, 1) around 0, made of sums so that it needs no logarithm. */
  bell(): number;
};

/** Starts a mulberry32 generator from an integer seed. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    range: (low, high) => low + next() * (high - low),
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    bell: () => (next() + next() + next() + next()) / 2 - 1,
  };
}
