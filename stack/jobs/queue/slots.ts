import { limitName } from '../intake/run-keys';
import type { RegisteredFunction } from '../sync/registry';

interface Held {
  token?: string;
  fnId: string;
  keys: readonly string[];
}

/** How many times as many calls as may be in flight may be known at all: in flight, or answered and not yet applied. */
const MAX_UNAPPLIED = 3;

export interface SlotLimits {
  /** Calls in flight at most. */
  total: number;
  /** Of one function at most, however much of it is queued. */
  perFunction: number;
  /** Slots that only functions with nothing in flight may take: what is urgent never waits for a crowd. */
  reserved: number;
}

/** Counts calls in flight: those of this engine, and those leased by another that may still be running. */
export function createSlots(limits: SlotLimits) {
  const own = new Map<string, Held & { landed: boolean }>();
  let inFlight = 0;
  let foreign = new Map<string, Held>();
  const perFunction = new Map<string, number>();
  const perKey = new Map<string, number>();

  const count = (counts: Map<string, number>, name: string, by: number) => {
    const next = (counts.get(name) ?? 0) + by;
    if (next > 0) counts.set(name, next);
    else counts.delete(name);
  };
  const add = ({ fnId, keys }: Held, by: number) => {
    count(perFunction, fnId, by);
    for (const key of keys) count(perKey, key, by);
  };
  const forget = (jobId: string) => {
    const other = foreign.get(jobId);
    if (other && foreign.delete(jobId)) add(other, -1);
  };
  /** The app has answered: its slot is free, the call is still this engine's until the answer is applied. */
  const land = (jobId: string) => {
    const held = own.get(jobId);
    if (!held || held.landed) return;
    held.landed = true;
    add(held, -1);
    inFlight -= 1;
  };
  const limitOf = (fn: RegisteredFunction, key: string) =>
    fn.concurrency.find((limit) => key.startsWith(`${limitName(fn, limit)}=`))?.limit ??
    Number.POSITIVE_INFINITY;

  return {
    /** Calls that the apps are busy with. */
    get size() {
      return inFlight;
    },
    /** Calls of this engine that are not done with: in flight, or answered and not yet applied. */
    ids: () => [...own.keys()],
    held: () => [...own].map(([jobId, { token }]) => ({ jobId, token })),
    take(jobId: string, held: Held) {
      forget(jobId);
      own.set(jobId, { ...held, landed: false });
      add(held, 1);
      inFlight += 1;
    },
    land,
    release(jobId: string) {
      land(jobId);
      forget(jobId);
      own.delete(jobId);
    },
    /** What others hold, by job, read anew. What was read before an own claim was noted is no other's. */
    setForeign(held: ReadonlyMap<string, Held>) {
      for (const old of foreign.values()) add(old, -1);
      foreign = new Map([...held].filter(([jobId]) => !own.has(jobId)));
      for (const now of foreign.values()) add(now, 1);
    },
    /** How many more calls the function may have, by the engine's own limits. */
    room(fnId: string, taken: number, takenOfFunction: number): number {
      const mine = (perFunction.get(fnId) ?? 0) + takenOfFunction;
      // Answers that wait for a slow Postgres must not pile up without end.
      const free = Math.min(limits.total - inFlight, MAX_UNAPPLIED * limits.total - own.size) - taken;
      const general = free - limits.reserved;
      return Math.max(
        0,
        Math.min(limits.perFunction - mine, mine === 0 ? Math.max(1, general) : general, free),
      );
    },
    /** Whether every concurrency limit of the function has room for a run with these keys. */
    admits: (fn: RegisteredFunction, keys: readonly string[], more: ReadonlyMap<string, number>) =>
      keys.every((key) => (perKey.get(key) ?? 0) + (more.get(key) ?? 0) < limitOf(fn, key)),
    /** Keys without room, whichever function they are of. */
    saturated(functions: Iterable<RegisteredFunction>): string[] {
      const all = [...functions];
      return [...perKey]
        .filter(([key, used]) =>
          all.every((fn) => used >= limitOf(fn, key) || limitOf(fn, key) === Number.POSITIVE_INFINITY),
        )
        .map(([key]) => key);
    },
  };
}

export type Slots = ReturnType<typeof createSlots>;
