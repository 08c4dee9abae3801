import type { IncomingMessage } from 'node:http';
import Connection, { Command } from 'ioredis';
import { describeError, logEveryMinute } from '@/lib/platform/log';
import { stripShebang } from '@/lib/platform/redis/script-shebang';
import { BadRequest, isSameSecret, type JsonAnswer, parseJson, readText } from './http';

/** A reply as it came: bytes for strings, digits for integers (they may exceed a JavaScript number). */
type Reply = Buffer | string | number | null | Error | readonly Reply[];

/**
 * Refused, as Upstash's REST API refuses them: they change what the shared connection is, wait on it, or are not a
 * client's business.
 */
const refused = new Set(
  (
    'acl auth bgrewriteaof bgsave blmove blmpop blpop brpop brpoplpush bzmpop bzpopmax bzpopmin client cluster config ' +
    'debug discard exec failover hello migrate module monitor multi psubscribe psync punsubscribe quit replicaof reset ' +
    'save select shutdown slaveof ssubscribe subscribe sunsubscribe swapdb sync unsubscribe unwatch wait waitaof watch'
  ).split(' '),
);

/**
 * Speaks Upstash's REST protocol in front of a plain Redis: `POST /` with one command, `/pipeline` and `/multi-exec`
 * (one transaction) with several, and commands in the path (`GET /get/key`). Every request needs the bearer token.
 */
export function createUpstash({ redisUrl, token }: { redisUrl: string; token: string }): {
  answer(incoming: IncomingMessage): Promise<JsonAnswer>;
  close(): void;
} {
  const redis = new Connection(redisUrl, {
    protocol: 2,
    stringNumbers: true,
    connectionName: 'doorbuster-gateway',
    disableClientInfo: true,
    connectTimeout: 2_000,
    commandTimeout: 5_000,
    // A command whose connection broke may have taken effect: the caller decides whether to send it again.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(50 * times, 1_000),
  });
  redis.on('error', (error) =>
    logEveryMinute('warn', 'gateway-redis-connection-lost', { error: describeError(error) }),
  );

  async function answer(incoming: IncomingMessage): Promise<JsonAnswer> {
    const given = /^Bearer (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1] ?? '';
    if (!isSameSecret(given, token)) return failure(401, 'Unauthorized');
    const asBase64 = incoming.headers['upstash-encoding'] === 'base64';
    const encode = (reply: Reply) => encodeReply(reply, asBase64);
    try {
      const body = await readText(incoming);
      const [path = '', query = ''] = (incoming.url ?? '').split('?', 2);
      if (path === '/pipeline') return await pipeline(parseCommands(parseJson(body)), encode);
      if (path === '/multi-exec') return await multiExec(parseCommands(parseJson(body)), encode);
      const command = path === '/' ? parseCommand(parseJson(body)) : commandOfPath(path, query, body);
      return { status: 200, text: `{"result":${encode(await send(allowed(command)))}}` };
    } catch (error) {
      if (error instanceof BadRequest) return failure(error.status, `ERR ${error.message}`);
      if (isReplyError(error)) return failure(400, error.message);
      logEveryMinute('warn', 'gateway-redis-unavailable', { error: describeError(error) });
      // No code before it: this is not Redis' word on the command.
      return failure(503, 'the store does not answer');
    }
  }

  function send([name = '', ...args]: readonly string[]): Promise<Reply> {
    // Upper case goes past ioredis' own reply transformers (HGETALL would become an object), no encoding keeps bytes.
    return redis.sendCommand(
      new Command(name.toUpperCase(), args, { replyEncoding: null }),
    ) as Promise<Reply>;
  }

  async function pipeline(commands: readonly Parsed[], encode: Encode): Promise<JsonAnswer> {
    const items = commands.map(async (command) => {
      try {
        return `{"result":${encode(await send(allowed(command)))}}`;
      } catch (error) {
        if (error instanceof BadRequest) return errorJson(`ERR ${error.message}`);
        if (isReplyError(error)) return errorJson(error.message);
        throw error;
      }
    });
    return { status: 200, text: `[${(await Promise.all(items)).join(',')}]` };
  }

  async function multiExec(commands: readonly Parsed[], encode: Encode): Promise<JsonAnswer> {
    const parts = commands.map(allowed);
    // Written in one turn of the event loop, so nothing of another request comes between.
    const sent = [['MULTI'], ...parts, ['EXEC']].map(send);
    const settled = await Promise.allSettled(sent);
    const exec = settled.at(-1);
    if (exec?.status !== 'fulfilled') throw exec?.reason;
    const replies = Array.isArray(exec.value) ? (exec.value as readonly Reply[]) : [];
    const items = replies.map((reply) =>
      reply instanceof Error ? errorJson(reply.message) : `{"result":${encode(reply)}}`,
    );
    return { status: 200, text: `[${items.join(',')}]` };
  }

  return { answer, close: () => redis.disconnect() };
}

type Parsed = readonly string[];
type Encode = (reply: Reply) => string;

function parseCommand(value: unknown): Parsed {
  if (!Array.isArray(value) || value.length === 0) throw new BadRequest('failed to parse command');
  return stripShebang(
    value.map((part: unknown) => {
      if (typeof part !== 'string' && typeof part !== 'number' && typeof part !== 'boolean') {
        throw new BadRequest('a command consists of strings and numbers');
      }
      return String(part);
    }),
  ).map(String);
}

function parseCommands(value: unknown): Parsed[] {
  if (!Array.isArray(value) || value.length === 0) throw new BadRequest('failed to parse pipeline request');
  return value.map(parseCommand);
}

/** `/set/key/value?EX=100`; a body, where there is one, is an argument as it is. */
function commandOfPath(path: string, query: string, body: string): Parsed {
  const inQuery = [...new URLSearchParams(query)].flat().filter((part) => part !== '');
  try {
    const inPath = path.slice(1).split('/').map(decodeURIComponent);
    return parseCommand([...inPath, ...(body === '' ? [] : [body]), ...inQuery]);
  } catch {
    throw new BadRequest('failed to parse command');
  }
}

function allowed(command: Parsed): Parsed {
  const [name = '', ...args] = command.map((part) => part.toLowerCase());
  const waits = (name === 'xread' || name === 'xreadgroup') && args.includes('block');
  if (refused.has(name) || waits) throw new BadRequest(`Command is not available: '${name}'`);
  return command;
}

function isReplyError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

function encodeReply(reply: Reply, asBase64: boolean, isNested = false): string {
  if (reply === null) return 'null';
  if (typeof reply === 'string' || typeof reply === 'number') return String(reply);
  if (Buffer.isBuffer(reply)) {
    // A plain OK is not encoded, but only on its own: within an array the client decodes everything.
    if (!asBase64 || (!isNested && reply.equals(ok))) return JSON.stringify(reply.toString('utf8'));
    return `"${reply.toString('base64')}"`;
  }
  if (reply instanceof Error) return encodeReply(Buffer.from(reply.message), asBase64, isNested);
  return `[${(reply as readonly Reply[]).map((item) => encodeReply(item, asBase64, true)).join(',')}]`;
}

const ok = Buffer.from('OK');

function errorJson(message: string): string {
  return JSON.stringify({ error: message });
}

function failure(status: number, message: string): JsonAnswer {
  return { status, text: errorJson(message) };
}
