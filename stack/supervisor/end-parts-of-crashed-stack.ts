import { findDataDir } from '@/stack/postgres/place';
import { postgresLeftover } from '@/stack/postgres/postgres-part';
import { redisLeftover } from '@/stack/redis/redis-part';
import { endLeftovers } from '@/stack/supervisor/end-leftovers';

/** Ends the stores that a killed supervisor left running in STACK_DIR. Call it while holding the stack's lock. */
export async function endPartsOfCrashedStack(dir: string): Promise<void> {
  const dataDir = findDataDir(dir);
  if (dataDir !== null) await endLeftovers(postgresLeftover(dataDir));
  await endLeftovers(redisLeftover(dir));
}
