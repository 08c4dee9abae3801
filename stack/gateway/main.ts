import { once } from 'node:events';
import type { Server } from 'node:http';
import { describeError, log } from '@/lib/platform/log';
import { drain } from '@/stack/edge/drain';
import { createGateway } from './server';

// Environment: GATEWAY_PORT, GATEWAY_POSTGRES_URL, GATEWAY_REDIS_URL, UPSTASH_REDIS_REST_TOKEN.

async function main(): Promise<void> {
  const port = Number(required('GATEWAY_PORT'));
  const gateway = createGateway({
    postgresUrl: required('GATEWAY_POSTGRES_URL'),
    redisUrl: required('GATEWAY_REDIS_URL'),
    redisToken: required('UPSTASH_REDIS_REST_TOKEN'),
  });
  // `localhost` is either; from outside this machine it is neither.
  const v4 = await listen(gateway.createServer(), port, '127.0.0.1');
  const v6 = await listen(gateway.createServer(), port, '::1').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return null;
    throw error;
  });
  log('info', 'gateway-ready', { port });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await Promise.all([v4, v6].map((server) => server && drain(server, 2_000)));
    await gateway.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.on(signal, () => {
      stop().catch(() => process.exit(1));
    });
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} must be set.`);
  return value;
}

async function listen(server: Server, port: number, host: string): Promise<Server> {
  server.listen(port, host);
  await once(server, 'listening');
  return server;
}

process.on('uncaughtException', (error) => {
  log('error', 'gateway-died', { error: describeError(error) });
  process.exit(1);
});

main().catch((error: unknown) => {
  process.stderr.write(
    `The gateway cannot start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
