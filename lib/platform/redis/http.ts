import { Redis, type Requester } from '@upstash/redis';
import { StoreUnavailable } from '@/lib/kernel/faults';
import { ConfigurationError, env } from '../env';
import { patientSignal } from '../within';
import { connectionFault, isNotServing, isReply } from './faults';

/** Enough for a cold TLS connection in the same region; whoever can go on without an answer waits less than this. */
const TIMEOUT_MS = 200;

/** Upstash's own HTTP client, bare: the commands are built by the Redis object above the requester. */
class Rest extends Redis {
  get requester(): Requester {
    return this.client;
  }
}

let rest: Requester | undefined;

function open(): Requester {
  if (rest !== undefined) return rest;
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env();
  if (url === undefined || token === undefined) {
    throw new ConfigurationError(
      'Redis over HTTP needs UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN.',
    );
  }
  rest = new Rest({
    url,
    token,
    // `retry: false` would still try twice, and a command that was lost may have taken effect.
    retry: { retries: 0 },
    // As a function: a plain signal that fires would come back as the command's result.
    signal: () => patientSignal(TIMEOUT_MS),
    enableAutoPipelining: false,
    enableTelemetry: false,
  }).requester;
  return rest;
}

/** Redis over HTTP (the Upstash REST protocol), for edge functions, and for Node where no REDIS_URL is set. */
export const requester: Requester = {
  async request(request) {
    try {
      return await open().request(request);
    } catch (error) {
      if (!(error instanceof Error) || error instanceof ConfigurationError) throw error;
      if (error.name !== 'UpstashError') throw connectionFault(error, true);
      // Upstash appends the whole command, values included; a message may end up in a log.
      error.message = error.message.split(', command was:', 1)[0] ?? '';
      if (!isReply(error.message)) throw connectionFault(error, true);
      throw isNotServing(error.message) ? new StoreUnavailable('redis', error) : error;
    }
  },
};

/** Forgets the client; HTTP keeps nothing open. */
export async function close(): Promise<void> {
  rest = undefined;
}
