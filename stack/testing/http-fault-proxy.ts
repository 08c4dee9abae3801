import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRuleBook, type GivenRule, type Turn } from '@/stack/testing/fault-rules';

export type HttpFault =
  /** Answered in the server's place: nothing happened. */
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  | { readonly kind: 'request-lost' }
  /** The server did what it was asked; the connection is reset before a byte of its answer is passed on. */
  | { readonly kind: 'answer-lost' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The answer breaks off after so many bytes of its body. */
  | { readonly kind: 'cut'; readonly afterBytes: number };

export interface HttpRule {
  readonly method?: string;
  /** What the path begins with. */
  readonly path?: string;
  /** Default: the next one. */
  readonly turn?: Turn;
}

export interface HttpFaultProxy {
  readonly url: string;
  atRequest(rule: HttpRule, fault: HttpFault): GivenRule;
  mend(): void;
  close(): Promise<void>;
}

/** For tests: an HTTP server that passes requests on to the one at `target`, and fails as it is told. */
export async function startHttpFaultProxy(target: string): Promise<HttpFaultProxy> {
  const rules = createRuleBook<IncomingMessage, HttpFault>();
  const server = createServer((request, response) => {
    // Whatever breaks between us and the server breaks for the client too.
    answer(request, response).catch(() => response.socket?.resetAndDestroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = rules.findFault(request);
    if (fault?.kind === 'request-lost') return void response.socket?.resetAndDestroy();
    const asked = await readAll(request);
    if (fault?.kind === 'status') {
      return void response.writeHead(fault.status).end(fault.body ?? '');
    }
    const answered = await passOn(request, asked, target);
    const body = await readAll(answered);
    if (fault?.kind === 'answer-lost') return void response.socket?.resetAndDestroy();
    if (fault?.kind === 'delay') await sleep(fault.ms);
    // Its length is told in any case: whoever reads a part of it knows that it is one.
    const { 'transfer-encoding': _, ...headers } = answered.headers;
    response.writeHead(answered.statusCode ?? 502, { ...headers, 'content-length': body.length });
    if (fault?.kind !== 'cut') return void response.end(body);
    response.write(body.subarray(0, fault.afterBytes), () => response.socket?.destroy());
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    atRequest: ({ method, path, turn = 1 }, fault) =>
      rules.add(
        (request) =>
          (method === undefined || request.method === method) &&
          (path === undefined || (request.url ?? '').startsWith(path)),
        turn,
        fault,
      ),
    mend: rules.clear,
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

async function passOn(request: IncomingMessage, body: Buffer, target: string): Promise<IncomingMessage> {
  const { host: _, 'transfer-encoding': __, ...headers } = request.headers;
  const sent = send(new URL(request.url ?? '/', target), {
    method: request.method,
    headers: { ...headers, ...(body.length > 0 ? { 'content-length': body.length } : {}) },
    agent: false,
  });
  sent.end(body);
  const [answered] = (await once(sent, 'response')) as [IncomingMessage];
  return answered;
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
