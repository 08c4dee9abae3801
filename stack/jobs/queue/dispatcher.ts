import type { Backoff } from '../backoff';
import { createBatcher } from '../batcher';
import type { Database } from '../database';
import { log, messageOf } from '../log';
import type { Call } from '../model';
import { type Applied, applyTransitions } from '../runs/apply-transitions';
import type { Changes } from '../runs/changes';
import type { Transition } from '../runs/transition';
import type { Registry } from '../sync/registry';
import { createAlarm } from './alarm';
import type { AppHealth } from './app-health';
import type { AppCaller } from './call-app';
import { chooseCalls } from './choose-calls';
import { fireCrons } from './fire-crons';
import { fireHeldBack } from './fire-held-back';
import type { Leader } from './leader';
import { leaseCalls } from './lease-calls';
import { returnCalls } from './leases';
import { look } from './look';
import type { Slots } from './slots';

/** Between two looks at the queue while there is work. */
const BREATH_MS = 5;
/** With more calls than this in flight answers and looks wait a moment for each other: fewer transactions do as much. */
const BUSY = 8;
const BUSY_MS = 20;
const MAX_LOT = 64;

export interface Dispatcher {
  /** There may be something to do. */
  wake(): void;
  /** There will be, then. */
  wakeIn(delayMs: number): void;
  apply(transition: Transition): Promise<Applied>;
  /** Stops claiming, and waits for open calls as long as it may. */
  stop(graceMs: number): Promise<void>;
  readonly faults: { count: number; last: string | null };
}

export interface DispatcherParts {
  db: Database;
  registry: Registry;
  leader: Leader;
  slots: Slots;
  caller: AppCaller;
  health: AppHealth;
  backoff: Backoff;
  leaseMs: number;
  leaderMs: number;
  dev: boolean;
}

/** Looks for due work while this engine leads: timers are applied, calls are leased, sent and their answers applied. */
export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { db, registry, leader, slots, caller, health, leaderMs } = parts;
  const open = new Map<string, Call>();
  const faults = { count: 0, last: null as string | null };
  let stopping = false;
  let wanted = true;
  let looking: Promise<void> | null = null;
  let lastLook = 0;
  let timer: NodeJS.Timeout | null = null;
  const alarm = createAlarm(() => wake());

  const applier = createBatcher(
    async (lot: Transition[]) => {
      const { applied, changes } = await applyTransitions(db, lot, parts);
      wakeForChanges(changes);
      return applied;
    },
    MAX_LOT,
    () => (slots.size > BUSY ? BUSY_MS : 0),
  );

  function wakeForChanges(changes: Changes): void {
    wake();
    for (const { delay_ms } of changes.retries) alarm.in(delay_ms);
    for (const { delay_ms, at } of changes.jobs) {
      if (delay_ms !== null) alarm.in(delay_ms);
      else if (at !== null) alarm.in(Date.parse(at) - Date.now());
    }
  }

  function wake(): void {
    wanted = true;
    if (stopping || looking) return;
    const wait = lastLook + (slots.size > BUSY ? BUSY_MS : BREATH_MS) - performance.now();
    if (timer) clearTimeout(timer);
    timer = setTimeout(start, Math.max(0, wait));
  }

  function start(): void {
    if (stopping || looking) return;
    if (timer) clearTimeout(timer);
    looking = lookAround()
      .catch((error: unknown) => {
        // Not again at once: Postgres may be away.
        wanted = false;
        fault('look', error);
      })
      .finally(() => {
        looking = null;
        lastLook = performance.now();
        if (stopping) return;
        timer = setTimeout(start, wanted && leader.leads ? BREATH_MS : leaderMs / 3);
      });
  }

  async function lookAround(): Promise<void> {
    wanted = false;
    const askedAt = performance.now();
    const functions = [...registry.all()];
    const sight = await look(db, { holder: leader.holder, leaderMs, functions, slots, health });
    if (leader.note(askedAt, sight.lead_ms)) log('info', 'leads');
    if (await registry.keepUp(sight.version)) wanted = true;
    if (!leader.leads) return;
    slots.setForeign(new Map((sight.held ?? []).map(({ id, fnId, keys }) => [id, { fnId, keys }])));
    const transitions: Transition[] = [
      ...(sight.timers ?? []).map((timer) => ({ type: 'timer' as const, timer })),
      ...(sight.lost ?? []).map((lost) => ({ type: 'lost' as const, ...lost })),
    ];
    const chosen = chooseCalls(sight.calls ?? [], registry.get, slots);
    if (chosen.length > 0) {
      wanted = true;
      for (const call of await leaseCalls(db, chosen, slots, parts)) void send(call);
    }
    if (transitions.length > 0) {
      const applied = await Promise.allSettled(transitions.map((transition) => applier.add(transition)));
      const failed = applied.filter((result) => result.status === 'rejected');
      for (const { reason } of failed) fault('timer', reason);
      // What cannot be applied stays due: it is tried at the next look that there is anyway.
      if (failed.length < applied.length) wanted = true;
    }
    await tendClock(sight.next_ms ?? null);
  }

  /** Crons, debounces and batches that are due are fired; for what comes next the alarm is set. */
  async function tendClock(nextMs: number | null): Promise<void> {
    if (nextMs === null) return;
    if (nextMs > 0) {
      alarm.in(nextMs);
      return;
    }
    await fireCrons(db, registry);
    await fireHeldBack(db, registry);
    wanted = true;
  }

  async function send(call: Call): Promise<void> {
    open.set(call.jobId, call);
    try {
      const fn = registry.get(call.fnId);
      if (!fn) throw new Error(`The function ${call.fnId} is not known.`);
      const started = performance.now();
      const { requestVersion, ...answer } = await caller.call(fn.url, call);
      slots.land(call.jobId);
      wake();
      if (answer.kind === 'unsent') {
        await returnCalls(db, [{ id: call.jobId, token: call.token }]);
        alarm.in(health.unreached(fn.appId));
        return;
      }
      if (health.reached(fn.appId)) log('info', 'app-reached', { app: fn.appId });
      const ms = Math.round(performance.now() - started);
      const transition: Transition = { type: 'answer', call, answer, ms };
      const applied = await applyInsistently(
        requestVersion === undefined ? transition : { ...transition, requestVersion },
      );
      if (applied.fenced) log('info', 'fenced', { run: call.runId, job: call.jobId });
    } catch (error) {
      fault('apply', error, { run: call.runId, function: call.fnId });
    } finally {
      open.delete(call.jobId);
      slots.release(call.jobId);
      wake();
    }
  }

  /** While Postgres is away the answer is kept: a body that ran must not run again for that. */
  async function applyInsistently(transition: Transition): Promise<Applied> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await applier.add(transition);
      } catch (error) {
        if (attempt === 30 || stopping || !isConnectionError(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  function fault(where: string, error: unknown, facts: Record<string, unknown> = {}): void {
    faults.count += 1;
    faults.last = `${where}: ${messageOf(error)}`;
    log('error', 'engine-fault', { where, error: messageOf(error), ...facts });
  }

  return {
    faults,
    wake,
    wakeIn: (delayMs) => alarm.in(delayMs),
    apply: (transition) => applier.add(transition),
    async stop(graceMs) {
      stopping = true;
      alarm.clear();
      if (timer) clearTimeout(timer);
      await looking;
      const end = performance.now() + graceMs;
      while (open.size > 0 && performance.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 20));
      await applier.idle();
    },
  };
}

function isConnectionError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // A rejected statement has a code of five characters; 57P01 and its like are Postgres that stops.
  return (
    !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('57P') || code.startsWith('08') || code.startsWith('53')
  );
}
