import { errors, type Requester } from '@upstash/redis';
import Connection, { Command } from 'ioredis';
import { StoreUnavailable } from '@/lib/kernel/faults';
import { env } from '../env';
import { describeError, logEveryMinute } from '../log';
import { within } from '../within';
import { connectionFault, isNotServing } from './faults';
import * as http from './http';
import { stripShebang } from './script-shebang';

const CONNECT_TIMEOUT_MS = 1_000;
/** A healthy command takes well under a millisecond; past this the caller goes on without Redis or answers 503. */
const COMMAND_TIMEOUT_MS = 200;

type Reply = { result?: unknown; error?: string };

let connection: Connection | undefined;

function open(url: string): Connection {
  if (connection !== undefined) return connection;
  connection = new Connection(url, {
    // RESP2 and raw commands give the very replies that Upstash's decoders expect.
    protocol: 2,
    connectTimeout: CONNECT_TIMEOUT_MS,
    connectionName: 'doorbuster',
    disableClientInfo: true,
    // A command whose connection broke may have taken effect: whoever sent it decides, it is never sent again.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * times, 1_000) + Math.random() * 50,
  });
  connection.on('error', (error) => {
    logEveryMinute('warn', 'redis-connection-lost', { error: describeError(error) });
  });
  return connection;
}

let corked: Connection['stream'] | undefined;

/** Commands of one turn of the event loop leave in one write: under load that is one system call for dozens. */
function cork({ stream }: Connection): void {
  if (!stream || corked === stream) return;
  corked = stream;
  stream.cork();
  setImmediate(() => {
    stream.uncork();
    corked = undefined;
  });
}

/** Sends one raw command. An error reply is a value (its text decides what callers do); a broken connection throws. */
async function send(redis: Connection, parts: readonly unknown[]): Promise<Reply> {
  const [name, ...args] = stripShebang(parts).map(String);
  // Upper case goes past ioredis' own reply transformers: it would turn HGETALL into an object.
  const command = new Command(String(name).toUpperCase(), args, { replyEncoding: 'utf8' });
  const wasReady = redis.status === 'ready';
  try {
    const answer = Promise.resolve(redis.sendCommand(command));
    return { result: await within(COMMAND_TIMEOUT_MS, answer, giveUp) };
  } catch (error) {
    if (!isReplyError(error)) throw connectionFault(error, wasReady);
    if (isNotServing(error.message)) throw new StoreUnavailable('redis', error);
    return { error: error.message };
  }
}

function giveUp(): never {
  throw new Error(`No answer within ${COMMAND_TIMEOUT_MS} ms.`);
}

const isReplyError = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'ReplyError';

/** Several commands as MULTI .. EXEC: written in one go, so no other command comes between them. */
async function sendTransaction(
  redis: Connection,
  commands: readonly (readonly unknown[])[],
): Promise<Reply[]> {
  const replies = [['MULTI'], ...commands, ['EXEC']].map((parts) => send(redis, parts));
  // A refused command is told by EXEC as well; its own rejection must not end the process.
  const [outcome] = (await Promise.allSettled(replies)).slice(-1);
  if (outcome?.status !== 'fulfilled') throw outcome?.reason;
  if (outcome.value.error !== undefined) throw new errors.UpstashError(outcome.value.error);
  return (outcome.value.result as unknown[]).map((result) =>
    result instanceof Error ? { error: result.message } : { result },
  );
}

async function request(url: string, path: string | undefined, body: unknown): Promise<Reply | Reply[]> {
  const redis = open(url);
  // While it reconnects, failing at once is worth more than waiting for the time limit of every command.
  if (redis.status === 'reconnecting' || redis.status === 'close' || redis.status === 'end') {
    throw new StoreUnavailable('redis', new Error(`The connection is ${redis.status}.`));
  }
  cork(redis);
  if (path === 'pipeline') return Promise.all((body as unknown[][]).map((parts) => send(redis, parts)));
  if (path === 'multi-exec') return sendTransaction(redis, body as unknown[][]);
  const reply = await send(redis, body as unknown[]);
  if (reply.error !== undefined) throw new errors.UpstashError(reply.error);
  return reply;
}

/** Redis over TCP for Node processes beside a plain server: one connection, commands pipelined as they come. */
export const requester: Requester = {
  async request<T>({ path, body, ...rest }: Parameters<Requester['request']>[0]) {
    const { REDIS_URL } = env();
    if (REDIS_URL === undefined) {
      return http.requester.request<T>({ ...rest, body, ...(path === undefined ? {} : { path }) });
    }
    return (await request(REDIS_URL, path?.[0], body)) as { result?: T; error?: string };
  },
};

/** Closes the connection; the next command opens anew. */
export async function close(): Promise<void> {
  const closing = connection;
  connection = undefined;
  closing?.disconnect();
  await http.close();
}
