import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Reach } from '@/lib/platform/open-remote';

export type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: {
    status: number;
    body?: string | Uint8Array;
    headers?: Record<string, string>;
    isSilent?: boolean;
  };
  /** Lets deliveries come here and nowhere else. */
  readonly reach: Reach;
  readonly stop: () => void;
};

/** For tests: a merchant's server on this machine. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      const { status, headers, body: answer, isSilent } = receiver.answer;
      if (!isSilent) response.writeHead(status, headers).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: { status: 200 },
    reach: (address, asked) => address === '127.0.0.1' && asked === port,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}
