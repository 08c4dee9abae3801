import { setTimeout as sleep } from 'node:timers/promises';
import { diskFull, saysDiskFull } from '@/stack/disk-room';
import { Refusal } from '@/stack/refusal';
import type { PartLog } from '@/stack/supervisor/part-log';
import type { Running } from '@/stack/supervisor/running';

/** How one part of the stack is started, known to serve, and stopped. */
export interface PartPlan {
  name: string;
  port: number;
  log: PartLog;
  /** The folder it writes to: what is named when its disk is full. */
  home: string;
  launch(): Promise<Running> | Running;
  /** Resolves when the part serves; `gone` is aborted when nobody waits any more. */
  ready(gone: AbortSignal): Promise<void>;
  /** Sent in turn until the part is gone, each with the time it gets; SIGKILL follows by itself. */
  stopSignals: { signal: NodeJS.Signals; graceMs: number }[];
}

export interface PartEvents {
  /** A part got another process, or lost it. */
  changed(): void;
  say(line: string): void;
  /** A part died too often: all must stop. */
  giveUp(reason: Refusal): void;
}

export interface Part {
  name: string;
  port: number;
  /** The living process, or null while there is none. */
  pid(): number | null;
  /** Resolves when the part serves; rejects with a Refusal when it dies before that. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const readyWithinMs = 60_000;
const backoffMs = [100, 500, 1_000, 2_000];
const tooManyDeaths = 5;
const withinMs = 30_000;

/** A part that is started again when it dies, until it died 5 times within 30 s. */
export function createPart(plan: PartPlan, events: PartEvents): Part {
  let running: Running | null = null;
  let stopping = false;
  let deaths: number[] = [];

  async function launch(): Promise<void> {
    plan.log.forgetTail();
    const process = await plan.launch();
    running = process;
    events.changed();
    const died = process.ended.then((how) => {
      running = null;
      events.changed();
      return how;
    });
    if (stopping) process.signal('SIGKILL');
    const gone = new AbortController();
    try {
      const how = await Promise.race([
        plan.ready(gone.signal).then(() => null),
        died,
        sleep(readyWithinMs, `no answer within ${readyWithinMs / 1000} s`, { ref: false }),
      ]);
      if (how !== null) throw deathOf(plan, how);
    } catch (error) {
      process.signal('SIGKILL');
      throw error instanceof Refusal ? error : deathOf(plan, String(error));
    } finally {
      gone.abort();
    }
    void died.then(restart);
  }

  async function restart(how: string): Promise<void> {
    if (stopping) return;
    const startedAt = Date.now();
    events.say(`${plan.name} died (${how}); starting it again`);
    for (let reason = deathOf(plan, how); ; ) {
      const now = Date.now();
      deaths = [...deaths.filter((at) => now - at < withinMs), now];
      if (deaths.length >= tooManyDeaths) return events.giveUp(reason);
      await sleep(backoffMs[Math.min(deaths.length, backoffMs.length) - 1]);
      if (stopping) return;
      try {
        await launch();
        return events.say(`${plan.name} is back after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
      } catch (error) {
        if (stopping) return;
        reason = error instanceof Refusal ? error : deathOf(plan, String(error));
        events.say(reason.message);
      }
    }
  }

  return {
    name: plan.name,
    port: plan.port,
    pid: () => running?.pid ?? null,
    start: launch,
    async stop() {
      stopping = true;
      for (const { signal, graceMs } of [
        ...plan.stopSignals,
        { signal: 'SIGKILL' as const, graceMs: 1_000 },
      ]) {
        if (running === null) return;
        running.signal(signal);
        await Promise.race([running.ended, sleep(graceMs, null, { ref: false })]);
      }
    },
  };
}

function deathOf(plan: PartPlan, how: string): Refusal {
  const tail = plan.log.tail();
  if (saysDiskFull(tail + how)) return diskFull(plan.home, `${plan.name} could not write`);
  const lastLine = tail.trim().split('\n').at(-1) ?? '';
  return new Refusal(
    `${plan.name} died (${how})${lastLine === '' ? '' : `: ${lastLine}`}. See ${plan.log.file}.`,
  );
}
