import { collectGarbage } from '../collect-garbage';
import type { Database } from '../database';
import { log, messageOf } from '../log';
import type { Leader } from './leader';
import { renewLeases } from './leases';
import type { Slots } from './slots';

const GARBAGE_MS = 300_000;

export interface UpkeepParts {
  db: Database;
  leader: Leader;
  slots: Slots;
  leaseMs: number;
  retentionMs: number;
}

/** What is done by the clock and not by the dispatcher: leases of open calls are kept, old rows deleted. */
export function startUpkeep({ db, leader, slots, leaseMs, retentionMs }: UpkeepParts): { stop(): void } {
  const tasks = [
    every(leaseMs / 3, 'leases', () => renewLeases(db, slots, leaseMs)),
    every(GARBAGE_MS, 'garbage', async () => {
      if (leader.leads) await collectGarbage(db, retentionMs);
    }),
  ];
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
  timer = setTimeout(run, ms);
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
