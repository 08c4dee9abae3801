import { expect, test } from 'vitest';
import { readSettings } from '@/stack/settings';
import { stackEnv } from '@/stack/stack-env';

const secrets = {
  postgresAdminPassword: 'admin',
  postgresPassword: 'pw',
  redisRestToken: 'token',
  appSecret: 'app',
  internalToken: 'internal',
  inngestEventKey: 'event',
  inngestSigningKey: 'signkey-shop-00',
};
const envOf = (given: Record<string, string>) => stackEnv(readSettings(given), secrets, given);

test('without variables everything is embedded, on the default ports', () => {
  expect(envOf({})).toEqual({
    POSTGRES_URL: 'postgres://doorbuster:pw@localhost:4300/doorbuster',
    POSTGRES_URL_NON_POOLING: 'postgres://doorbuster:pw@localhost:4300/doorbuster',
    NEON_HTTP_URL: 'http://localhost:4303/sql',
    UPSTASH_REDIS_REST_URL: 'http://localhost:4303',
    UPSTASH_REDIS_REST_TOKEN: 'token',
    REDIS_URL: 'redis://127.0.0.1:4302',
    INNGEST_DEV: '0',
    INNGEST_BASE_URL: 'http://127.0.0.1:4304',
    INNGEST_EVENT_KEY: 'event',
    INNGEST_SIGNING_KEY: 'signkey-shop-00',
    RELAY_RUSH_PER_SECOND: expect.stringMatching(/^[1-9]\d*$/),
    SMTP_URL: 'smtp://127.0.0.1:4305',
    APP_SECRET: 'app',
    INTERNAL_TOKEN: 'internal',
    PUBLIC_URL: 'http://localhost:3000',
    STACK_EMBEDDED: '1',
  });
});

test('a Postgres of the user replaces the embedded one, and the stack no longer counts as embedded', () => {
  const env = envOf({ POSTGRES_URL: 'postgres://a@db/shop' });
  expect(env.POSTGRES_URL).toBe('postgres://a@db/shop');
  expect(env.POSTGRES_URL_NON_POOLING).toBe('postgres://a@db/shop');
  expect(env).not.toHaveProperty('NEON_HTTP_URL');
  expect(env).not.toHaveProperty('STACK_EMBEDDED');
  expect(env.REDIS_URL).toBe('redis://127.0.0.1:4302');
});

test('a Redis of the user is asked over REST', () => {
  const env = envOf({ UPSTASH_REDIS_REST_URL: 'https://r', UPSTASH_REDIS_REST_TOKEN: 't' });
  expect(env).toMatchObject({ UPSTASH_REDIS_REST_URL: 'https://r', UPSTASH_REDIS_REST_TOKEN: 't' });
  expect(env).not.toHaveProperty('REDIS_URL');
});

test.each([
  [{ PORT: '80a' }, 'PORT must be a whole number from 1 to 65535, and it is "80a".'],
  [{ INSTANCES: '0' }, 'INSTANCES must be a whole number from 1 to 16, and it is "0".'],
  [{ UPSTASH_REDIS_REST_URL: 'https://r' }, 'belong together'],
])('%j is refused by name', (given, sentence) => {
  expect(() => readSettings(given)).toThrow(sentence);
});

test('an empty variable counts as not given', () => {
  expect(readSettings({ PORT: '', POSTGRES_URL: '' })).toMatchObject({ port: 3000, postgresUrl: null });
});

test('with keys of the user, the jobs are run elsewhere and nothing is signed with ours', () => {
  const keys = { INNGEST_EVENT_KEY: 'theirs', INNGEST_SIGNING_KEY: 'signkey-prod-11' };
  const env = envOf(keys);
  expect(env).toMatchObject(keys);
  expect(env).not.toHaveProperty('INNGEST_BASE_URL');
  expect(() => readSettings({ INNGEST_EVENT_KEY: 'theirs' })).toThrow('belong together');
});
