import type { Queryable } from '../database';
import type { Throttle } from '../sync/function-config';
import { nextConforming } from './gcra';
import type { Candidate } from './match-functions';
import { keyOf } from './run-keys';

const DAY_MS = 86_400_000;

/** A candidate that may run, and from when. */
export interface Admitted extends Candidate {
  startAtMs: number | null;
}

/**
 * Lets through what idempotency (of events, then of functions), rate limits and throttles let through, in one read and
 * one write for each of them, however many events there are.
 */
export async function applyLimits(
  tx: Queryable,
  candidates: readonly Candidate[],
  nowMs: number,
): Promise<Admitted[]> {
  const once = await takeOnce(
    tx,
    candidates,
    // Events without an id of their own, and the engine's, are stored once: that is enough.
    ({ fn, event }) =>
      event.invoke || event.body.id === event.iid ? null : { scope: `event:${fn.id}`, key: event.body.id },
  );
  const idempotent = await takeOnce(tx, once, ({ fn, event }) =>
    fn.idempotency === undefined
      ? null
      : { scope: `idempotency:${fn.id}`, key: keyOf(fn.idempotency, event.body) },
  );
  const limited = await takeTurns(
    tx,
    idempotent,
    nowMs,
    'rate',
    ({ fn }) => fn.rateLimit,
    (limit) => limit.limit,
  );
  const inTime = limited.filter(({ startAtMs }) => startAtMs === null || startAtMs <= nowMs);
  return await takeTurns(
    tx,
    inTime,
    nowMs,
    'throttle',
    ({ fn }) => fn.throttle,
    (limit) => limit.burst,
  );
}

async function takeOnce<C extends Candidate>(
  tx: Queryable,
  candidates: readonly C[],
  keyed: (candidate: C) => { scope: string; key: string } | null,
): Promise<C[]> {
  const keys = candidates.map(keyed);
  const wanted = new Map<string, { scope: string; key: string }>();
  for (const key of keys) if (key) wanted.set(JSON.stringify(key), key);
  if (wanted.size === 0) return [...candidates];
  // In one order, so that two engines do not wait for each other.
  const rows = [...wanted.values()].sort((a, b) => (a.scope + a.key < b.scope + b.key ? -1 : 1));
  const taken = await tx.query<{ scope: string; key: string }>(
    `insert into jobs.seen (scope, key, until)
     select scope, key, now() + make_interval(secs => $3) from unnest($1::text[], $2::text[]) wanted (scope, key)
     on conflict (scope, key) do update set until = excluded.until where seen.until <= now()
     returning scope, key`,
    [rows.map(({ scope }) => scope), rows.map(({ key }) => key), DAY_MS / 1_000],
  );
  const free = new Set(taken.map(({ scope, key }) => JSON.stringify({ scope, key })));
  // delete() is true for the first alone: the second of this very lot is a repetition too.
  return candidates.filter((_, index) => {
    const key = keys[index];
    return !key || free.delete(JSON.stringify(key));
  });
}

async function takeTurns(
  tx: Queryable,
  candidates: readonly (Candidate & { startAtMs?: number | null })[],
  nowMs: number,
  kind: 'rate' | 'throttle',
  limitOf: (candidate: Candidate) => Throttle | undefined,
  burstOf: (limit: Throttle) => number,
): Promise<Admitted[]> {
  const turns = candidates.map((candidate) => {
    const limit = limitOf(candidate);
    return (
      limit && { limit, scope: `${kind}:${candidate.fn.id}`, key: keyOf(limit.key, candidate.event.body) }
    );
  });
  const scopes = turns
    .filter((turn) => turn !== undefined)
    .sort((a, b) => (a.scope + a.key < b.scope + b.key ? -1 : 1));
  if (scopes.length === 0) return candidates.map((candidate) => ({ startAtMs: null, ...candidate }));
  const rows = await tx.query<{ scope: string; key: string; tat: number }>(
    `insert into jobs.arrival (scope, key, tat) select distinct on (scope, key) scope, key, 0::float8
       from unnest($1::text[], $2::text[]) wanted (scope, key) order by scope, key
     on conflict (scope, key) do update set tat = arrival.tat returning scope, key, tat`,
    [scopes.map(({ scope }) => scope), scopes.map(({ key }) => key)],
  );
  const tats = new Map(rows.map((row) => [row.scope + row.key, row.tat]));
  const admitted = candidates.map((candidate, index): Admitted => {
    const turn = turns[index];
    if (!turn) return { startAtMs: null, ...candidate };
    const { limit } = turn;
    const next = nextConforming(tats.get(turn.scope + turn.key), nowMs, {
      intervalMs: limit.periodMs / limit.limit,
      burst: burstOf(limit),
    });
    if (kind === 'throttle' || next.atMs <= nowMs) tats.set(turn.scope + turn.key, next.tat);
    return { ...candidate, startAtMs: next.atMs };
  });
  await tx.query(
    `update jobs.arrival set tat = given.tat
     from unnest($1::text[], $2::text[], $3::float8[]) given (scope, key, tat)
     where arrival.scope = given.scope and arrival.key = given.key`,
    [
      rows.map(({ scope }) => scope),
      rows.map(({ key }) => key),
      rows.map((row) => tats.get(row.scope + row.key) ?? row.tat),
    ],
  );
  return admitted;
}
