import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { createEdge, type EdgeOptions } from './server';

interface Listening {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  close(): Promise<void>;
}

/** For tests: an edge on a free loopback port. */
export async function startTestEdge(options: Partial<EdgeOptions>): Promise<Listening> {
  const edge = createEdge({ routes: [], origins: [], ...options });
  const listening = await listen(edge.createServer());
  return {
    ...listening,
    close: async () => {
      await listening.close();
      edge.close();
    },
  };
}

/** For tests: something that stands where Next would. */
export function startTestOrigin(answer: RequestListener): Promise<Listening> {
  return listen(createServer(answer));
}

async function listen(server: Server): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

/** For tests: sends bytes as they are, and returns what came back until the server hung up or said no more. */
export function sendRaw(
  port: number,
  bytes: string | Buffer,
  { firstByteMs = 3_000, silenceMs = 250 } = {},
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.setTimeout(firstByteMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      socket.setTimeout(silenceMs);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
}
