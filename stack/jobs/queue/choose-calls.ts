import type { RegisteredFunction } from '../sync/registry';
import type { DueCall } from './look';
import type { Slots } from './slots';

const MAX_PER_LOOK = 64;

/** Picks calls in turns, one of each function after the other, as many as slots and concurrency limits allow. */
export function chooseCalls(
  due: readonly DueCall[],
  find: (fnId: string) => RegisteredFunction | undefined,
  slots: Slots,
): string[] {
  const queues = new Map<string, DueCall[]>();
  for (const call of due) {
    const queue = queues.get(call.fnId);
    if (queue) queue.push(call);
    else queues.set(call.fnId, [call]);
  }
  const chosen: string[] = [];
  const chosenOf = new Map<string, number>();
  const chosenKeys = new Map<string, number>();
  const more = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  while (queues.size > 0 && chosen.length < MAX_PER_LOOK) {
    for (const [fnId, queue] of queues) {
      const fn = find(fnId);
      const next = queue.shift();
      if (!fn || !next || slots.room(fnId, chosen.length, chosenOf.get(fnId) ?? 0) < 1) {
        queues.delete(fnId);
      } else if (slots.admits(fn, next.keys, chosenKeys)) {
        chosen.push(next.id);
        more(chosenOf, fnId);
        for (const key of next.keys) more(chosenKeys, key);
      }
    }
  }
  return chosen;
}
