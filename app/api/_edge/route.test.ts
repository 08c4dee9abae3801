import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ConstraintViolation, OutcomeUnknown, StoreUnavailable } from '@/lib/kernel/faults';
import { defineOperation, type Handler, refuse, reply } from './operation';
import { answerNotFound, handle, serve } from './route';

vi.stubEnv('APP_SECRET', 'a secret for tests only');
vi.stubEnv('POSTGRES_URL', 'postgres://nobody@localhost:1/none');
vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');
vi.stubEnv('RATE_LIMIT', 'off');

const base = {
  tag: 'Test',
  summary: 'A test',
  actor: 'public',
  problems: ['out-of-stock'],
  limit: null,
  idempotency: 'none',
} as const;

const write = defineOperation({
  ...base,
  id: 'write',
  method: 'POST',
  path: '/api/things/{id}',
  params: { id: { schema: z.string().regex(/^[a-z]+$/), absent: 'product-not-found', description: 'It.' } },
  query: z.object({ page: z.string().optional() }),
  headers: z.object({ 'x-note': z.string().optional() }),
  body: z.object({
    name: z.string().min(1),
    lines: z.array(z.object({ quantity: z.int().min(1) })).optional(),
  }),
  responses: { 201: z.object({ seen: z.unknown() }) },
});

const read = defineOperation({
  ...base,
  id: 'read',
  method: 'GET',
  path: '/api/things/{id}',
  responses: { 200: z.unknown() },
});
const pay = defineOperation({ ...write, id: 'pay', idempotency: 'required' });

const params = Promise.resolve({ id: 'abc' });

type Sent = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  parts?: Record<string, string>;
};

async function ask(route: ReturnType<typeof serve>, sent: Sent = {}) {
  const {
    method = 'POST',
    path = '/api/things/abc',
    headers = { 'content-type': 'application/json' },
    body,
    parts,
  } = sent;
  const init = { method, headers, ...(body === undefined ? {} : { body, duplex: 'half' }) };
  const request = new Request(`http://shop.test${path}`, init as RequestInit);
  const response = await route[method as 'POST'](request, {
    params: parts ? Promise.resolve(parts) : params,
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? null : JSON.parse(text),
  };
}

const writing = (handler: Handler<typeof write>) => serve(handle(write, handler));
const echo = writing(async ({ params: { id }, query, headers, body }) =>
  reply(201, { seen: { id, query, headers, body } }),
);
const good = { body: '{"name":"x"}' };

describe('every answer', () => {
  test('has a request id, no-store and the security headers', async () => {
    const { headers } = await ask(echo, good);
    expect(headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{32}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['my-request-0001', 'A.b_c-12345678'])('echoes a good request id: %s', async (id) => {
    const { headers } = await ask(echo, {
      ...good,
      headers: { 'content-type': 'application/json', 'x-request-id': id },
    });
    expect(headers.get('x-request-id')).toBe(id);
  });

  test.each(['short', '<script>alert(1)</script>', 'x'.repeat(129)])('does not echo %s', async (id) => {
    const { headers } = await ask(echo, {
      ...good,
      headers: { 'content-type': 'application/json', 'x-request-id': id },
    });
    expect(headers.get('x-request-id')).not.toBe(id);
  });

  test('that is a problem names the path, without its query', async () => {
    const { body, headers } = await ask(echo, { path: '/api/things/abc?token=secret', body: '{' });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body).toEqual({
      type: '/docs/api#problem-malformed-json',
      title: 'Malformed JSON',
      status: 400,
      code: 'malformed-json',
      detail: 'The body is not valid JSON.',
      instance: '/api/things/abc',
    });
  });
});

describe('methods', () => {
  const both = serve(
    handle(write, async () => reply(201, { seen: 1 })),
    handle(read, async () => reply(200, { a: 1 })),
  );

  test('one that is not there is 405 with Allow', async () => {
    const { status, headers, body } = await ask(both, { method: 'DELETE' });
    expect([status, body.code, headers.get('allow')]).toEqual([
      405,
      'method-not-allowed',
      'GET, HEAD, OPTIONS, POST',
    ]);
  });

  test('HEAD is GET without a body, OPTIONS lists what there is', async () => {
    expect(await ask(both, { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
    const options = await ask(both, { method: 'OPTIONS' });
    expect([options.status, options.text, options.headers.get('allow')]).toEqual([
      204,
      '',
      'GET, HEAD, OPTIONS, POST',
    ]);
  });

  test('a path without a route is 404', async () => {
    const response = await answerNotFound(new Request('http://shop.test/api/none'), { params });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-found', instance: '/api/none' });
  });
});

describe('a body', () => {
  test.each(['text/plain', 'application/jsonx', 'application/json; charset=utf-16', ''])(
    'of type %j is 415',
    async (type) => {
      expect((await ask(echo, { ...good, headers: { 'content-type': type } })).body.code).toBe(
        'unsupported-media-type',
      );
    },
  );

  test('without a type is 415, none at all is looked at as missing', async () => {
    const bytes = new TextEncoder().encode('{"name":"x"}');
    expect((await ask(echo, { headers: {}, body: bytes })).status).toBe(415);
    expect((await ask(echo, { headers: {} })).body).toMatchObject({
      code: 'validation-failed',
      errors: [{ path: '' }],
    });
  });

  test('of 64 KiB passes, of one byte more is 413: announced or streamed', async () => {
    const fits = `{"name":"${'x'.repeat(64 * 1024 - 11)}"}`;
    const streamed = (text: string) => new Blob([text]).stream();
    for (const make of [(text: string) => text, streamed]) {
      const withLength = make === streamed ? {} : { 'content-length': String(fits.length) };
      const headers = { 'content-type': 'application/json', ...withLength };
      expect((await ask(echo, { headers, body: make(fits) })).status).toBe(201);
    }
    const tooMuch = `${fits} `;
    const announced = { 'content-type': 'application/json', 'content-length': String(tooMuch.length) };
    expect((await ask(echo, { headers: announced, body: tooMuch })).status).toBe(413);
    expect((await ask(echo, { body: streamed(tooMuch) })).body.code).toBe('body-too-large');
  });

  test('that is not UTF-8 is malformed', async () => {
    expect((await ask(echo, { body: new Uint8Array([0x22, 0xff, 0x22]) })).body.code).toBe('malformed-json');
  });

  test.each([
    '{"name":"a\\u0000"}',
    '{"name":"\\ud800"}',
    '{"na\\u0000me":"x","name":"x"}',
    '{"name":"x","extra":["\\udfff"]}',
  ])('with unsound text is 422: %s', async (body) => {
    expect(await ask(echo, { body })).toMatchObject({ status: 422, body: { code: 'validation-failed' } });
  });

  test('that nests deeper than anything we read is 422, not a crash', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
      expect((await ask(echo, { body: `{"name":"x","extra":${deep}}` })).status).toBe(422);
    }
  });

  test('says what is wrong by slash-separated paths, in words', async () => {
    const { body } = await ask(echo, { body: '{"lines":[{"quantity":1},{"quantity":0},{"quantity":"2"}]}' });
    expect(body.errors).toEqual([
      { path: 'name', message: 'Must be given.' },
      { path: 'lines/1/quantity', message: 'Must be at least 1.' },
      { path: 'lines/2/quantity', message: 'Must be a number.' },
    ]);
  });

  test('may have fields that nobody knows', async () => {
    expect((await ask(echo, { body: '{"name":"x","__proto__":{"a":1},"other":2}' })).body.seen.body).toEqual({
      name: 'x',
    });
  });
});

describe('a path and a query', () => {
  test('reach the handler parsed; unknown parameters do not', async () => {
    const { body } = await ask(echo, { ...good, path: '/api/things/abc?page=2&id=abc&other=1' });
    expect(body.seen).toMatchObject({ id: 'abc', query: { page: '2' }, headers: {} });
  });

  test('a part that cannot be one is the problem that says so', async () => {
    expect((await ask(echo, { ...good, parts: { id: '123' } })).body.code).toBe('product-not-found');
  });

  test('U+0000 is 422', async () => {
    expect((await ask(echo, { ...good, path: '/api/things/abc?other=%00' })).status).toBe(422);
    expect((await ask(echo, { ...good, parts: { id: 'a\0' } })).status).toBe(422);
  });
});

describe('an Idempotency-Key', () => {
  const seen = serve(handle(pay, async ({ idempotency }) => reply(201, { seen: idempotency })));
  const withKey = (key: string) => ({ 'content-type': 'application/json', 'idempotency-key': key });
  const intent = async (key: string, body: string) =>
    (await ask(seen, { headers: withKey(key), body })).body.seen;

  test('that is required and missing is 400', async () => {
    expect((await ask(seen, good)).body.code).toBe('idempotency-key-required');
  });

  test.each(['two words', 'caf\u00e9', 'x'.repeat(256)])('that cannot be one is 422: %s', async (key) => {
    const { status, body } = await ask(seen, { ...good, headers: withKey(key) });
    expect([status, body.errors[0].path]).toEqual([422, 'Idempotency-Key']);
  });

  test('names the intent by method, path and key, and its body in whatever order it came', async () => {
    const first = await intent('k-1', '{"name":"x","extra":{"a":1,"b":2}}');
    expect(first.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    expect(await intent('k-1', '{ "extra": {"b":2, "a":1}, "name":"x" }')).toEqual(first);
    const other = await intent('k-1', '{"name":"x","extra":{"a":1,"b":3}}');
    expect([other.id, other.fingerprint]).toEqual([first.id, expect.not.stringContaining(first.fingerprint)]);
    expect((await intent('k-2', '{"name":"x"}')).id).not.toBe(first.id);
  });
});

describe('a handler that fails', () => {
  const failing = (error: unknown) => () => Promise.reject(error);
  const reading = (error: unknown) => serve(handle(read, failing(error)));

  test('is told by what is known to have happened', async () => {
    const gone = new StoreUnavailable('postgres', new Error('x'));
    const lost = new OutcomeUnknown('postgres', new Error('x'));
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const codes = [
      (await ask(writing(failing(gone)), good)).body,
      (await ask(writing(failing(lost)), good)).body,
      (await ask(writing(failing(new Error('wrapped', { cause: lost }))), good)).body,
      (await ask(reading(lost), { method: 'GET' })).body,
    ].map(({ status, code }) => [status, code]);
    expect(codes).toEqual([
      [503, 'temporarily-unavailable'],
      [504, 'outcome-unknown'],
      [504, 'outcome-unknown'],
      [503, 'temporarily-unavailable'],
    ]);
    expect((await ask(reading(gone), { method: 'GET' })).headers.get('retry-after')).toBe('1');
    silenced.mockRestore();
  });

  test('for a reason nobody foresaw is 500 that shows nothing, and one line in the log', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const bug = new ConstraintViolation(
      '23505',
      'orders_key',
      'orders',
      new Error('Key (email)=(ada@example.com)'),
    );
    const { status, text, headers } = await ask(writing(failing(bug)), {
      ...good,
      path: '/api/things/abc?token=s3cret',
    });
    expect(status).toBe(500);
    expect(text).not.toMatch(/orders|ada@|route\.test/);
    expect(logged).toHaveBeenCalledOnce();
    const line = String(logged.mock.calls[0]?.[0]);
    expect(JSON.parse(line)).toMatchObject({
      event: 'request-failed',
      route: 'write',
      requestId: headers.get('x-request-id'),
    });
    expect(line).not.toMatch(/s3cret/);
    logged.mockRestore();
  });

  test('to answer in time is 503 for a read and 504 for a write, and learns of it', async () => {
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    let aborted = 0;
    const never = ({ signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted += 1;
          reject(new Error('too late'));
        }),
      );
    const slow = { timeoutMs: 20 };
    const slowRead = serve(handle(defineOperation({ ...read, ...slow }), never));
    const slowWrite = serve(handle(defineOperation({ ...write, ...slow }), never));
    expect((await ask(slowRead, { method: 'GET' })).status).toBe(503);
    expect((await ask(slowWrite, good)).body.code).toBe('outcome-unknown');
    expect(aborted).toBe(2);
    silenced.mockRestore();
  });

  test('a refusal is the problem it names, with what it adds', async () => {
    const refusing = writing(async () =>
      refuse('out-of-stock', {
        errors: [{ path: 'lines/0', message: 'Only 1 left.', available: 1 }],
        extensions: { orderId: 'ord_1' },
      }),
    );
    const { status, body } = await ask(refusing, good);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'out-of-stock', orderId: 'ord_1', errors: [{ available: 1 }] });
  });
});
