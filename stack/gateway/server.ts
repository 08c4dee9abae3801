import { createServer, type Server } from 'node:http';
import { describeError, log } from '@/lib/platform/log';
import { sendJson } from './http';
import { createNeon } from './neon';
import { createUpstash } from './upstash';

export interface GatewayOptions {
  /** With the user, password and database that clients must bring. */
  readonly postgresUrl: string;
  readonly redisUrl: string;
  /** The bearer token that clients must bring. */
  readonly redisToken: string;
}

/**
 * What Neon and Upstash are to an edge function on Vercel, in front of a plain Postgres and a plain Redis: HTTP for
 * code that has no sockets. `POST /sql` is Neon's protocol, everything else Upstash's.
 */
export function createGateway(options: GatewayOptions): { createServer(): Server; close(): Promise<void> } {
  const neon = createNeon(options.postgresUrl);
  const upstash = createUpstash({ redisUrl: options.redisUrl, token: options.redisToken });
  return {
    createServer: () =>
      createServer(
        { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 },
        (incoming, outgoing) => {
          outgoing.on('error', () => {});
          const service = incoming.method === 'POST' && incoming.url === '/sql' ? neon : upstash;
          service
            .answer(incoming)
            .then((answer) => sendJson(outgoing, answer))
            .catch((error: unknown) => {
              log('error', 'gateway-failed', { error: describeError(error) });
              sendJson(outgoing, {
                status: 500,
                text: '{"error":"ERR internal error","message":"internal error"}',
              });
            });
        },
      ),
    async close() {
      upstash.close();
      await neon.close();
    },
  };
}
