import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startTestGateway, type TestGateway } from './start-test-gateway';

let gateway: TestGateway;
let redis: Redis;
const prefix = `gateway-test:${process.pid}`;
const key = (name: string) => `${prefix}:${name}`;

beforeAll(async () => {
  gateway = await startTestGateway();
  redis = new Redis({ url: gateway.url, token: gateway.token, retry: false });
});

afterAll(async () => {
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  await gateway.close();
});

async function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(gateway.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    headers: { authorization: `Bearer ${gateway.token}`, ...headers },
  });
  return { status: answer.status, text: await answer.text() };
}

test('the client reads back what it wrote, whatever the type', async () => {
  expect(await redis.set(key('text'), 'naïve ☃', { ex: 60 })).toBe('OK');
  expect(await redis.get(key('text'))).toBe('naïve ☃');
  expect(await redis.set(key('json'), { a: [1, { b: null }] })).toBe('OK');
  expect(await redis.get(key('json'))).toEqual({ a: [1, { b: null }] });
  expect(await redis.get(key('missing'))).toBeNull();
  expect(await redis.hset(key('hash'), { one: 1, two: 'zwei', yes: true })).toBe(3);
  expect(await redis.hgetall(key('hash'))).toEqual({ one: 1, two: 'zwei', yes: true });
  expect(await redis.hgetall(key('missing'))).toBeNull();
  expect(await redis.zadd(key('z'), { score: 1.5, member: 'a' }, { score: 2, member: 'b' })).toBe(2);
  expect(await redis.zrange(key('z'), 0, -1, { withScores: true })).toEqual(['a', 1.5, 'b', 2]);
  expect(await redis.mget(key('text'), key('missing'))).toEqual(['naïve ☃', null]);
  expect(await redis.set(key('text'), 'x', { nx: true })).toBeNull();
  expect(await redis.type(key('z'))).toBe('zset');
  expect(await redis.scan(0, { match: key('t*'), count: 1000 })).toEqual([expect.anything(), [key('text')]]);
  await redis.set(key('ok'), 'OK');
  expect(await redis.get(key('ok'))).toBe('OK');
  expect(await redis.mget(key('ok'))).toEqual(['OK']);
  await redis.xadd(key('stream'), '1-1', { field: 'value' });
  expect(await redis.xrange(key('stream'), '-', '+')).toEqual({ '1-1': { field: 'value' } });
});

test('a pipeline answers item by item, a failing one does not take the others along', async () => {
  await redis.set(key('text'), 'x');
  const pipeline = redis.pipeline();
  pipeline.incr(key('n'));
  pipeline.incr(key('text'));
  pipeline.get(key('text'));
  const results = await pipeline.exec({ keepErrors: true });
  expect(results).toEqual(
    [
      { result: 1 },
      { error: expect.stringContaining('not an integer'), result: undefined },
      { result: 'x' },
    ].map((item) => expect.objectContaining(item)),
  );
  const automatic = new Redis({ url: gateway.url, token: gateway.token, enableAutoPipelining: true });
  expect(await Promise.all([automatic.incr(key('n')), automatic.get(key('text'))])).toEqual([2, 'x']);
});

test('a transaction is one: nothing of another request comes between', async () => {
  const rounds = Array.from({ length: 25 }, async () => {
    const multi = redis.multi();
    for (let n = 0; n < 4; n++) multi.incr(key('together'));
    return (await multi.exec()) as number[];
  });
  const others = Array.from({ length: 25 }, () => redis.incr(key('together')));
  for (const [first = 0, ...rest] of await Promise.all(rounds)) {
    expect(rest).toEqual([first + 1, first + 2, first + 3]);
  }
  await Promise.all(others);
  expect(await redis.get(key('together'))).toBe(125);
});

test('a transaction that Redis refuses changes nothing, one that fails halfway says where', async () => {
  const refused = await send('/multi-exec', [['SET', key('refused'), '1'], ['NOSUCHCOMMAND']]);
  expect(refused).toEqual({ status: 400, text: expect.stringContaining('EXECABORT') });
  const forbidden = await send('/multi-exec', [['SET', key('refused'), '1'], ['EXEC']]);
  expect(forbidden.status).toBe(400);
  expect(await redis.get(key('refused'))).toBeNull();
  await redis.set(key('text'), 'x');
  const halfway = await send('/multi-exec', [
    ['INCR', key('text')],
    ['SET', key('text'), 'y'],
  ]);
  expect(JSON.parse(halfway.text)).toEqual([
    { error: expect.stringContaining('not an integer') },
    { result: 'OK' },
  ]);
});

test('Upstash’s rate limiter works, though its scripts carry a flag that plain Redis refuses', async () => {
  for (const [name, limiter] of Object.entries({
    sliding: Ratelimit.slidingWindow(2, '60 s'),
    fixed: Ratelimit.fixedWindow(2, '60 s'),
    bucket: Ratelimit.tokenBucket(2, '60 s', 2),
  })) {
    const limit = new Ratelimit({ redis, limiter, prefix: key(name), ephemeralCache: false });
    const answers = [await limit.limit('buyer'), await limit.limit('buyer'), await limit.limit('buyer')];
    expect(answers.map(({ success, reason }) => [success, reason])).toEqual([
      [true, undefined],
      [true, undefined],
      [false, undefined],
    ]);
    expect(await limit.getRemaining('buyer')).toMatchObject({ remaining: 0 });
  }
});

test('scripts run by text and by hash', async () => {
  const script = redis.createScript<string[]>('return {KEYS[1], ARGV[1], redis.call("GET", KEYS[1])}');
  await redis.set(key('text'), 'x');
  expect(await script.exec([key('text')], ['a'])).toEqual([key('text'), 'a', 'x']);
  const sha = await redis.scriptLoad('return 7');
  expect(await redis.evalsha(sha, [], [])).toBe(7);
  await expect(redis.evalsha('0'.repeat(40), [], [])).rejects.toThrow('NOSCRIPT');
  await expect(redis.eval('return redis.error_reply("MINE no")', [], [])).rejects.toThrow('MINE no');
});

test('on the wire: integers keep every digit, bytes survive base64, nil and nesting stay', async () => {
  await send('/', ['SET', key('big'), '9223372036854775806']);
  expect((await send('/', ['INCR', key('big')])).text).toBe('{"result":9223372036854775807}');
  const bytes = Buffer.from([0, 255, 254, 10]);
  const setBytes = [
    'EVAL',
    "return redis.call('SET', KEYS[1], string.char(0, 255, 254, 10))",
    1,
    key('bytes'),
  ];
  expect((await send('/', setBytes, { 'upstash-encoding': 'base64' })).text).toBe('{"result":"OK"}');
  const read = await send('/', ['GET', key('bytes')], { 'upstash-encoding': 'base64' });
  expect(read.text).toBe(`{"result":"${bytes.toString('base64')}"}`);
  const nested = ['EVAL', "return {1, false, {'a', {'OK', 2}}}", 0];
  expect((await send('/', nested)).text).toBe('{"result":[1,null,["a",["OK",2]]]}');
  expect((await send('/', nested, { 'upstash-encoding': 'base64' })).text).toBe(
    '{"result":[1,null,["YQ==",["T0s=",2]]]}',
  );
  expect((await send('/', ['HGETALL', key('missing')])).text).toBe('{"result":[]}');
});

test('commands may stand in the path', async () => {
  expect((await send(`/set/${key('path')}/a%2Fb%20c?EX=100`, undefined)).text).toBe('{"result":"OK"}');
  expect((await send(`/get/${key('path')}`, undefined)).text).toBe('{"result":"a/b c"}');
  expect((await send(`/ttl/${key('path')}`, undefined)).text).toBe('{"result":100}');
  expect((await send(`/set/${key('path')}`, 'raw body, not JSON')).text).toBe('{"result":"OK"}');
  expect((await send(`/get/${key('path')}`, undefined)).text).toBe('{"result":"raw body, not JSON"}');
  expect(await send('/get/%zz', undefined)).toEqual({
    status: 400,
    text: '{"error":"ERR failed to parse command"}',
  });
});

test('a Redis that is gone is said at once, in the protocol', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const down = await startTestGateway({ redisUrl: 'redis://127.0.0.1:9' });
  for (const path of ['/', '/pipeline', '/multi-exec']) {
    const body = path === '/' ? '["PING"]' : '[["PING"]]';
    const startedAt = performance.now();
    const answer = await fetch(down.url + path, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${down.token}` },
    });
    expect([answer.status, await answer.text()]).toEqual([503, '{"error":"the store does not answer"}']);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  }
  await down.close();
  vi.restoreAllMocks();
});

test('without the token there is nothing', async () => {
  for (const path of ['/', '/pipeline', '/multi-exec', '/get/x', '/nothing']) {
    for (const authorization of ['', 'Bearer wrong', `Basic ${gateway.token}`, gateway.token]) {
      const answer = await send(path, [['PING']], { authorization });
      expect(answer).toEqual({ status: 401, text: '{"error":"Unauthorized"}' });
    }
  }
});

test('what is wrong is said in Upstash’s form, and a shared connection cannot be taken over', async () => {
  const wrong = await send('/', ['SET', key('x')]);
  expect(wrong).toEqual({ status: 400, text: expect.stringContaining('wrong number of arguments') });
  for (const body of ['', '{', '{}', '[]', '[null]', '[{"a":1}]', '"PING"', '[["PING"]]']) {
    const answer = await send('/', body);
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      400,
      { error: expect.stringMatching(/^ERR /) },
    ]);
  }
  for (const body of ['[]', '{}', '["PING"]', '[[]]']) {
    expect((await send('/pipeline', body)).status).toBe(400);
    expect((await send('/multi-exec', body)).status).toBe(400);
  }
  const taking = [
    ['SUBSCRIBE', 'c'],
    ['select', 1],
    ['BLPOP', 'l', 0],
    ['XREAD', 'BLOCK', 0, 'STREAMS', 's', '$'],
    ['MULTI'],
    ['quit'],
    ['SHUTDOWN'],
    ['CONFIG', 'GET', '*'],
    ['CLIENT', 'REPLY', 'OFF'],
    ['MONITOR'],
    ['WATCH', 'x'],
  ];
  for (const command of taking) {
    expect(await send('/', command)).toEqual({ status: 400, text: expect.stringContaining('not available') });
  }
  const piped = await send('/pipeline', [['PING'], ...taking, ['PING']]);
  const items = JSON.parse(piped.text) as { result?: string; error?: string }[];
  expect(items.at(0)).toEqual({ result: 'PONG' });
  expect(items.at(-1)).toEqual({ result: 'PONG' });
  expect(items.filter(({ error }) => error?.includes('not available'))).toHaveLength(taking.length);
  expect((await send('/', ['SET', key('x'), 'x'.repeat(11_000_000)])).status).toBe(413);
});
