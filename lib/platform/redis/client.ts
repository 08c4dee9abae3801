import { Redis } from '@upstash/redis';
import { close, requester } from '#transport/redis';

/**
 * Redis with Upstash's commands, over whichever transport this runtime has. Values are JSON by Upstash's rules.
 * Throws StoreUnavailable or OutcomeUnknown when the server is lost; an error reply is an UpstashError with its text.
 */
export const redis: Redis = new Redis(requester);

/** Closes what is open, for commands and tests that end; the next command opens anew. */
export async function closeRedis(): Promise<void> {
  await close();
}
