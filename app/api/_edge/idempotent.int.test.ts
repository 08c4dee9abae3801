import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { atomically, closeDatabase, query } from '@/db/client';
import { rememberAnswer } from '@/lib/platform/idempotency';
import { closeRedis } from '@/lib/platform/redis/client';
import { defineOperation, reply } from './operation';
import { handle, serve } from './route';

const create = defineOperation({
  id: 'create',
  method: 'POST',
  path: '/api/carts',
  tag: 'Test',
  summary: 'Makes a row',
  actor: 'public',
  body: z.object({ n: z.int() }),
  responses: { 201: z.object({ id: z.string(), n: z.int() }) },
  problems: [],
  limit: null,
  idempotency: 'honoured',
});
const createSecret = defineOperation({ ...create, id: 'createSecret', idempotency: 'secret' });

const made = `made_${randomUUID().slice(0, 8)}`;
let attempts = 0;

const route = serve(
  handle(create, async ({ body, idempotency }) => {
    attempts += 1;
    const answer = { id: randomUUID(), n: body.n };
    const insert = sql`insert into outbox (id, name, data) values (${answer.id}::uuid, ${made}, '{}')`;
    const remember = idempotency === null ? [] : [rememberAnswer(idempotency, 201, JSON.stringify(answer))];
    await atomically([...remember, sql`select pg_sleep(0.05)`, insert]);
    return reply(201, answer);
  }),
);

const secretRoute = serve(
  handle(createSecret, async ({ body, idempotency }) => {
    const answer = { id: 'key_1', n: body.n };
    if (idempotency !== null)
      await atomically([rememberAnswer(idempotency, 201, JSON.stringify({ id: answer.id }))]);
    return reply(201, answer);
  }),
);

async function send(key: string | null, n: number, to = route) {
  const headers = { 'content-type': 'application/json', ...(key === null ? {} : { 'idempotency-key': key }) };
  const request = new Request('http://shop.test/api/carts', {
    method: 'POST',
    headers,
    body: JSON.stringify({ n }),
  });
  const response = await to.POST(request, { params: Promise.resolve({}) });
  const text = await response.text();
  return {
    status: response.status,
    text,
    body: JSON.parse(text),
    replayed: response.headers.get('idempotency-replayed'),
  };
}

const countMade = async () =>
  (
    await query<{ count: number }>(
      'count_made',
      'select count(*)::int as count from outbox where name = $1',
      [made],
    )
  )[0]?.count;

afterAll(async () => {
  await atomically([sql`delete from outbox where name = ${made}`]);
  await closeDatabase();
  await closeRedis();
});

describe('a POST that honours a key', () => {
  test('took effect once, however often and from however many places it came', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(key, 1)));
    const first = answers.find((answer) => answer.replayed === null);
    expect(answers.filter((answer) => answer.replayed === 'true')).toHaveLength(7);
    for (const answer of answers) expect([answer.status, answer.text]).toEqual([201, first?.text]);
    expect(await send(key, 1)).toMatchObject({ text: first?.text, replayed: 'true' });
    expect(await countMade()).toBe(1);
  });

  test('refuses the key for another body', async () => {
    const key = randomUUID();
    await send(key, 1);
    expect(await send(key, 2)).toMatchObject({ status: 422, body: { code: 'idempotency-key-reused' } });
  });

  test('without a key is done each time', async () => {
    const before = attempts;
    await send(null, 1);
    await send(null, 1);
    expect(attempts - before).toBe(2);
  });

  test('that answers with a secret is not repeated, and says what it made', async () => {
    const key = randomUUID();
    expect((await send(key, 1, secretRoute)).status).toBe(201);
    expect(await send(key, 1, secretRoute)).toMatchObject({
      status: 409,
      body: { code: 'idempotency-key-used', id: 'key_1' },
    });
  });
});

test('a database lost before the verb was called is known to have done nothing', async () => {
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const lock = new pg.Client({ connectionString: process.env.POSTGRES_URL_NON_POOLING });
  await lock.connect();
  await lock.query('begin; lock table idempotency_keys in access exclusive mode');
  const before = attempts;
  const waiting = send(randomUUID(), 1);
  await lock.query(
    `select pg_terminate_backend(pid) from pg_stat_activity, pg_sleep(0.3)
     where wait_event_type = 'Lock' and query like '%idempotency_keys%' and pid <> pg_backend_pid()`,
  );
  expect(await waiting).toMatchObject({ status: 503, body: { code: 'temporarily-unavailable' } });
  expect(attempts).toBe(before);
  await lock.end();
  silenced.mockRestore();
});
