import { describe, expect, test } from 'vitest';
import { ConfigurationError, parseEnv } from './env';

const enough = {
  POSTGRES_URL: 'postgres://shop:pw@localhost:4300/shop',
  REDIS_URL: 'redis://127.0.0.1:4302',
  APP_SECRET: 'ab'.repeat(32),
};

const refusal = (source: Record<string, string | undefined>) => {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the configuration', () => {
  test('starts with a database, a Redis and a secret, and has defaults for the rest', () => {
    expect(parseEnv(enough)).toMatchObject({
      HOLD_SECONDS: 600,
      RATE_LIMIT: 'on',
      STACK_EMBEDDED: false,
      TRUSTED_PROXIES: [],
    });
  });

  test('names everything that is missing in one sentence', () => {
    expect(refusal({})).toBe('Doorbuster cannot start: POSTGRES_URL must be set; APP_SECRET must be set.');
  });

  test('refuses a weak secret in production, and only there', () => {
    const weak = { ...enough, APP_SECRET: 'not so random as it should be....' };
    expect(refusal(weak)).toBe('accepted');
    expect(refusal({ ...weak, NODE_ENV: 'production' })).toContain(
      'APP_SECRET must be at least 32 bytes in hex',
    );
  });

  test('switches rate limits off in production only on the embedded stack', () => {
    const off = { ...enough, NODE_ENV: 'production', RATE_LIMIT: 'off' };
    expect(refusal(off)).toContain('RATE_LIMIT must not be off');
    expect(refusal({ ...off, STACK_EMBEDDED: '1' })).toBe('accepted');
  });

  test('wants a Redis, and the token beside the REST address', () => {
    expect(refusal({ ...enough, REDIS_URL: undefined })).toContain('UPSTASH_REDIS_REST_URL must be set');
    expect(refusal({ ...enough, UPSTASH_REDIS_REST_URL: 'https://x.upstash.io' })).toContain(
      'UPSTASH_REDIS_REST_TOKEN',
    );
  });

  test('never repeats a value, which may be a password', () => {
    expect(refusal({ ...enough, POSTGRES_URL: 'mysql://root:hunter2@db' })).not.toContain('hunter2');
  });
});
