import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRuleBook, type GivenRule, type Turn } from '@/stack/testing/fault-rules';

/** What may befall a connection as it is made. */
export type ConnectFault =
  | { readonly kind: 'reset' }
  /** Accepted, and never a word: the other side is never asked. */
  | { readonly kind: 'silence' };

/** What may befall a request and its answer. */
export type AnswerFault =
  /** Reset before the server saw the request: nothing happened. */
  | { readonly kind: 'request-lost' }
  /** The server did what it was asked and said so; the connection is reset before a byte of it is passed on. */
  | { readonly kind: 'answer-lost' }
  /** The server did it, and from its answer on nothing comes through either way, while the connection stays open. */
  | { readonly kind: 'half-open' }
  | { readonly kind: 'latency'; readonly ms: number }
  /** The answer drips, so many bytes at a time. */
  | { readonly kind: 'slow'; readonly bytes: number; readonly everyMs: number };

/** Which answers a rule is about: those on the nth connection, those to requests that contain a text; else all. */
export interface AnswerRule {
  readonly connection?: number;
  readonly to?: string;
  /** Default: the next one. */
  readonly turn?: Turn;
}

export interface FaultProxy {
  readonly port: number;
  /** The same address, by way of the proxy. */
  through(url: string): string;
  /** Strikes connections from now on, counted from the next one. */
  atConnect(turn: Turn, fault: ConnectFault): GivenRule;
  atAnswer(rule: AnswerRule, fault: AnswerFault): GivenRule;
  /** How many connections were made so far; the first is 1. */
  connections(): number;
  /** Resets every open connection. */
  cut(): void;
  /** Forgets every rule. What is open, and silent, stays so. */
  mend(): void;
  close(): Promise<void>;
}

/** Whether an answer is complete, by its last bytes. */
export type AnswerEnd = (tail: Buffer) => boolean;

const TAIL = 16;

/** Postgres ends what it has to say, start-up included, with ReadyForQuery; by then it has committed. */
export const endOfPostgresAnswer: AnswerEnd = (tail) =>
  tail.subarray(-6, -1).equals(Buffer.from([0x5a, 0, 0, 0, 5]));

/** Redis ends each reply with a new line. */
export const endOfRedisAnswer: AnswerEnd = (tail) => tail.subarray(-2).toString() === '\r\n';

interface Exchange {
  readonly connection: number;
  request: string;
  fault: AnswerFault | null;
  tail: Buffer;
  isAnswered: boolean;
}

/**
 * For tests: stands between a client and the server at `target`, passes everything on, and fails as it is told. An
 * answer is what the server says until `isEnd`, without which each piece that arrives is one.
 */
export async function startFaultProxy(
  target: { readonly host: string; readonly port: number },
  isEnd: AnswerEnd = () => true,
): Promise<FaultProxy> {
  const connects = createRuleBook<{ readonly connection: number }, ConnectFault>();
  const answers = createRuleBook<Exchange, AnswerFault>();
  const open = new Set<Socket>();
  let connections = 0;

  const keep = (socket: Socket) => {
    open.add(socket);
    socket.setNoDelay(true);
    // A reset is what this is for; it is told by 'close'.
    socket.on('error', () => {});
    socket.once('close', () => open.delete(socket));
    return socket;
  };
  const server = createServer((client) => {
    keep(client);
    connections += 1;
    const fault = connects.findFault({ connection: connections });
    if (fault?.kind === 'reset') client.resetAndDestroy();
    else if (fault?.kind === 'silence') client.resume();
    else join(client, keep(connect(target)), connections);
  });

  function join(client: Socket, upstream: Socket, connection: number): void {
    const begin = (): Exchange => ({
      connection,
      request: '',
      fault: null,
      tail: Buffer.alloc(0),
      isAnswered: false,
    });
    let exchange = begin();
    let isMute = false;
    let passing = Promise.resolve();
    const reset = () => {
      client.resetAndDestroy();
      upstream.destroy();
    };
    const pass = (chunk: Buffer, fault: AnswerFault | null) => {
      // One after the other: a piece that waits must not be overtaken.
      passing = passing.then(() => deliver(client, chunk, fault));
    };
    client.on('data', (chunk) => {
      if (isMute) return;
      if (exchange.isAnswered) exchange = begin();
      exchange.request += chunk.toString('latin1');
      exchange.fault ??= answers.findFault(exchange);
      if (exchange.fault?.kind === 'request-lost') reset();
      else upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (isMute) return;
      exchange.tail = Buffer.concat([exchange.tail, chunk]).subarray(-TAIL);
      exchange.isAnswered = isEnd(exchange.tail);
      const { fault, isAnswered } = exchange;
      if (fault?.kind === 'answer-lost' || fault?.kind === 'half-open') {
        if (!isAnswered) return;
        if (fault.kind === 'half-open') isMute = true;
        else reset();
      } else pass(chunk, fault);
    });
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => {
      if (!isMute) void passing.then(() => client.destroy());
    });
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    port,
    through(url) {
      const detour = new URL(url);
      detour.hostname = 'localhost';
      detour.port = String(port);
      return detour.href;
    },
    atConnect: (turn, fault) => connects.add(() => true, turn, fault),
    atAnswer: ({ connection, to, turn = 1 }, fault) =>
      answers.add(
        (exchange) =>
          (connection === undefined || exchange.connection === connection) &&
          (to === undefined || exchange.request.includes(to)),
        turn,
        fault,
      ),
    connections: () => connections,
    cut,
    mend() {
      connects.clear();
      answers.clear();
    },
    async close() {
      server.close();
      cut();
      if (server.listening) await once(server, 'close');
    },
  };
}

async function deliver(client: Socket, chunk: Buffer, fault: AnswerFault | null): Promise<void> {
  if (fault?.kind === 'latency') await sleep(fault.ms);
  const size = fault?.kind === 'slow' ? fault.bytes : chunk.length;
  for (let from = 0; from < chunk.length && !client.destroyed; from += size) {
    if (fault?.kind === 'slow') await sleep(fault.everyMs);
    client.write(chunk.subarray(from, from + size));
  }
}

/** The host and port of a Postgres or Redis URL. */
export function targetOf(url: string): { host: string; port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}
