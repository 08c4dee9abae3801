import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createGateway } from './server';

export interface TestGateway {
  readonly url: string;
  readonly token: string;
  readonly postgresUrl: string;
  readonly redisUrl: string;
  close(): Promise<void>;
}

/** For integration tests: a gateway on a free loopback port, in front of the Postgres and Redis of their setup. */
export async function startTestGateway({
  postgresUrl = process.env.POSTGRES_URL_NON_POOLING,
  redisUrl = process.env.REDIS_URL,
} = {}): Promise<TestGateway> {
  if (!postgresUrl || !redisUrl) {
    throw new Error('Integration tests need POSTGRES_URL_NON_POOLING and REDIS_URL.');
  }
  const token = 'a token of the tests';
  const gateway = createGateway({ postgresUrl, redisUrl, redisToken: token });
  const server = gateway.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    postgresUrl,
    redisUrl,
    async close() {
      server.close();
      server.closeAllConnections();
      await gateway.close();
    },
  };
}
