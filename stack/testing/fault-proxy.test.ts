import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FaultProxy, startFaultProxy } from './fault-proxy';

// A server that remembers what it was asked and says it back, with a full stop.
let server: Server;
let asked: string[] = [];
let proxy: FaultProxy;
const clients: Socket[] = [];

beforeEach(async () => {
  asked = [];
  server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      asked.push(chunk.toString());
      socket.write(`${chunk.toString()}-answered.`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  proxy = await startFaultProxy({ host: '127.0.0.1', port }, (tail) => tail.toString().endsWith('.'));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  server.close();
});

/** A client that says one thing at a time and hears the answer, or how it ended. */
function dial() {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  let heard = '';
  let end: string | null = null;
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    end = error.code ?? 'error';
  });
  socket.on('close', () => {
    end ??= 'closed';
  });
  const hear = async (limitMs: number) => {
    const deadline = Date.now() + limitMs;
    while (!heard.endsWith('.') && end === null && Date.now() < deadline) await sleep(2);
    const said = end ?? (heard || 'nothing');
    heard = '';
    return said;
  };
  return {
    socket,
    say(word: string, limitMs = 2_000) {
      socket.write(word);
      return hear(limitMs);
    },
    hear,
  };
}

test('without a rule everything passes', async () => {
  const client = dial();
  expect(await client.say('one')).toBe('one-answered.');
  expect(await client.say('two')).toBe('two-answered.');
  expect(proxy.connections()).toBe(1);
});

test('the nth connection is reset, or accepted in silence, and no other', async () => {
  const reset = proxy.atConnect(2, { kind: 'reset' });
  proxy.atConnect(3, { kind: 'silence' });
  expect(await dial().say('one')).toBe('one-answered.');
  expect(await dial().hear(2_000)).toMatch(/ECONNRESET|EPIPE|closed/);
  expect(await dial().say('three', 60)).toBe('nothing');
  expect(await dial().say('four')).toBe('four-answered.');
  expect(asked).toEqual(['one', 'four']);
  expect(reset.struck()).toBe(1);
});

test('a lost request never reaches the server, a lost answer does', async () => {
  proxy.atAnswer({ to: 'first' }, { kind: 'request-lost' });
  proxy.atAnswer({ to: 'second' }, { kind: 'answer-lost' });
  expect(await dial().say('first')).toBe('ECONNRESET');
  const client = dial();
  expect(await client.say('before')).toBe('before-answered.');
  expect(await client.say('second')).toBe('ECONNRESET');
  expect(asked).toEqual(['before', 'second']);
});

test('a half-open connection did what it was asked and then says nothing, for ever', async () => {
  proxy.atAnswer({ to: 'two' }, { kind: 'half-open' });
  const client = dial();
  await client.say('one');
  expect(await client.say('two', 60)).toBe('nothing');
  expect(await client.say('three', 60)).toBe('nothing');
  expect(asked).toEqual(['one', 'two']);
  expect(client.socket.destroyed).toBe(false);
});

test('latency and slow bytes hold an answer back, whole', async () => {
  proxy.atAnswer({ turn: 1 }, { kind: 'latency', ms: 80 });
  proxy.atAnswer({ turn: 2 }, { kind: 'slow', bytes: 3, everyMs: 20 });
  const client = dial();
  const took = async (word: string) => {
    const startedAt = performance.now();
    expect(await client.say(word)).toBe(`${word}-answered.`);
    return performance.now() - startedAt;
  };
  expect(await took('one')).toBeGreaterThan(75);
  // 13 bytes are five pieces.
  expect(await took('two')).toBeGreaterThan(95);
  expect(await took('six')).toBeLessThan(75);
});

test('answers are counted by connection and by what was asked, and all rules count alike', async () => {
  proxy.atAnswer({ connection: 2, to: 'buy', turn: 2 }, { kind: 'answer-lost' });
  proxy.atAnswer({ to: 'buy', turn: 'every' }, { kind: 'latency', ms: 1 });
  const [first, second] = [dial(), dial()];
  await first.say('buy');
  await first.say('buy');
  expect(await second.say('look')).toBe('look-answered.');
  expect(await second.say('buy')).toBe('buy-answered.');
  expect(await second.say('buy')).toBe('ECONNRESET');
});

test('what is mended works again, and what is cut is reset', async () => {
  proxy.atAnswer({ turn: 'every' }, { kind: 'answer-lost' });
  expect(await dial().say('one')).toBe('ECONNRESET');
  proxy.mend();
  const client = dial();
  expect(await client.say('two')).toBe('two-answered.');
  proxy.cut();
  expect(await client.hear(1_000)).toBe('ECONNRESET');
});
