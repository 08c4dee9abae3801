import { collectGarbage } from '../collect-garbage';
import type { Database } from '../database';
import { log, messageOf } from '../log';
import type { Registry } from '../sync/registry';
import type { Dispatcher } from './dispatcher';
import { fireCrons } from './fire-crons';
import { fireHeldBack } from './fire-held-back';
import type { Leader } from './leader';
import { freeLostCalls, renewLeases } from './leases';
import type { Slots } from './slots';

const CLOCK_MS = 500;
const GARBAGE_MS = 60_000;

export interface UpkeepParts {
  db: Database;
  registry: Registry;
  leader: Leader;
  slots: Slots;
  dispatcher: Dispatcher;
  leaseMs: number;
  leaderMs: number;
  retentionMs: number;
}

/** What is done by the clock: the lead and the leases are kept, lost calls freed, crons fired, old rows deleted. */
export function startUpkeep(parts: UpkeepParts): { stop(): void } {
  const { db, registry, leader, slots, dispatcher } = parts;
  const tasks = [
    every(parts.leaderMs / 3, 'lead', async () => {
      await registry.refresh();
      const began = await leader.renew();
      if (!began) return;
      log('info', 'leads');
      await free();
      dispatcher.wake();
    }),
    every(parts.leaseMs / 3, 'leases', async () => {
      await renewLeases(db, slots, parts.leaseMs);
      if (leader.leads) await free();
    }),
    every(CLOCK_MS, 'clock', async () => {
      if (!leader.leads) return;
      const started = (await fireCrons(db, registry)) + (await fireHeldBack(db, registry));
      if (started > 0) dispatcher.wake();
    }),
    every(GARBAGE_MS, 'garbage', async () => {
      if (leader.leads) await collectGarbage(db, parts.retentionMs);
    }),
  ];

  async function free(): Promise<void> {
    for (const lost of await freeLostCalls(db, slots)) await dispatcher.apply({ type: 'lost', ...lost });
  }

  return {
    stop() {
      for (const task of tasks) task.stop();
    },
  };
}

/** Repeats a task, each time after the last one is over. It goes on whatever happens. */
function every(ms: number, name: string, task: () => Promise<void>): { stop(): void } {
  let timer: NodeJS.Timeout;
  let stopped = false;
  let failing = false;
  const run = () => {
    task()
      .then(() => {
        failing = false;
      })
      .catch((error: unknown) => {
        if (!failing && !stopped) log('error', 'upkeep-failed', { task: name, error: messageOf(error) });
        failing = true;
      })
      .finally(() => {
        if (!stopped) timer = setTimeout(run, ms);
      });
  };
  timer = setTimeout(run, 0);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
