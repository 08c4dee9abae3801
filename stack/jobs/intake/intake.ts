import { createBatcher } from '../batcher';
import type { Database } from '../database';
import type { Registry } from '../sync/registry';
import type { CreatedRun } from './create-runs';
import type { StoredEvent } from './event';
import { takeEvents } from './take-events';

const MAX_LOT = 128;

/** Takes events in; those that are posted while a transaction is under way share the next one. */
export function createIntake(db: Database, registry: Registry, wake: () => void) {
  const batcher = createBatcher(async (lots: (readonly StoredEvent[])[]) => {
    const { runs, work } = await db.inTransaction((tx) => takeEvents(tx, registry, lots.flat()));
    if (work) wake();
    return lots.map(() => runs);
  }, MAX_LOT);
  return {
    /** The runs of all events of the transaction. */
    take: (events: readonly StoredEvent[]): Promise<CreatedRun[]> => batcher.add(events),
    /** Resolves when what was being taken in is in. */
    idle: () => batcher.idle(),
  };
}

export type Intake = ReturnType<typeof createIntake>;
