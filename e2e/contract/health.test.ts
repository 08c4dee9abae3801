import { expect, test } from 'vitest';
import { z } from 'zod';
import { call, read } from '@/e2e/support/client';

const healthShape = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string().min(1),
  release: z.string().min(1),
  checks: z.strictObject({
    postgres: z.enum(['up', 'down']),
    redis: z.enum(['up', 'down']),
    jobs: z.enum(['up', 'late', 'down']),
  }),
});

test('health says which parts are up', async () => {
  const health = read(await call('GET', '/api/health'), 200, healthShape);
  expect(health.checks).toMatchObject({ postgres: 'up', redis: 'up' });
});

test('every answer has a request id of its own', async () => {
  const answers = await Promise.all([
    call('GET', '/api/health'),
    call('GET', '/api/health'),
    call('GET', '/api/none'),
  ]);
  expect(new Set(answers.map((answer) => answer.headers.get('x-request-id'))).size).toBe(answers.length);
});
