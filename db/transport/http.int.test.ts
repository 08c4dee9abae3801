import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ConstraintViolation, StoreUnavailable } from '@/lib/kernel/faults';
import { startTestGateway, type TestGateway } from '@/stack/gateway/start-test-gateway';
import type { Transport } from './transport';

const table = `http_test_${randomUUID().slice(0, 8)}`;
let gateway: TestGateway;
let http: Transport;
let tcp: Transport;

beforeAll(async () => {
  gateway = await startTestGateway();
  vi.stubEnv('NEON_HTTP_URL', `${gateway.url}/sql`);
  http = (await import('./http')).transport;
  tcp = (await import('./tcp')).transport;
  await tcp.run({
    text: `create table ${table} (id int constraint ${table}_key primary key, note text)`,
    values: [],
  });
});

afterAll(async () => {
  await tcp.run({ text: `drop table ${table}`, values: [] });
  await Promise.all([tcp.close(), http.close(), gateway.close()]);
  vi.unstubAllEnvs();
});

const insert = (id: number) => ({
  text: `insert into ${table} (id, note) values ($1, $2) returning id`,
  values: [id, 'é'],
});

describe('Postgres over HTTP', () => {
  test('gives the same values as over TCP', async () => {
    const statement = {
      text: `select 1::int as i, 2::bigint as big, 1.50::numeric as n, true as b, null as nothing, 'é"\\' as t,
        array['a', 'b'] as list, '{"a": [1]}'::jsonb as j, '2026-11-22T03:04:05.678Z'::timestamptz as at, $1::text as given`,
      values: ['x'],
    };
    expect(await http.run(statement)).toEqual(await tcp.run(statement));
  });

  test('commits a batch as one, or nothing of it', async () => {
    expect(await http.runTogether([insert(1), insert(2)])).toEqual([[{ id: 1 }], [{ id: 2 }]]);
    const refused = await http.runTogether([insert(3), insert(1)]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConstraintViolation);
    expect(refused).toMatchObject({ constraint: `${table}_key`, sqlState: '23505', table });
    expect(await http.run({ text: `select id from ${table} order by id`, values: [] })).toEqual([
      { id: 1 },
      { id: 2 },
    ]);
  });

  test('a mistake in SQL keeps its code', async () => {
    await expect(http.run({ text: 'select nonsense', values: [] })).rejects.toMatchObject({ code: '42703' });
  });

  test('behind a gateway that is gone, nothing happened', async () => {
    const gone = await startTestGateway();
    await gone.close();
    vi.resetModules();
    vi.stubEnv('NEON_HTTP_URL', `${gone.url}/sql`);
    const { transport } = await import('./http');
    const error = await transport.run(insert(9)).catch((thrown: unknown) => thrown);
    expect((error as Error).name).toBe(StoreUnavailable.name);
  });
});
