import { describe, expect, test, vi } from 'vitest';
import { describeError, log, logEveryMinute } from './log';

describe('an error in the log', () => {
  test('is told with its code and causes', () => {
    const cause = Object.assign(new Error('connect refused'), { code: 'ECONNREFUSED' });
    expect(describeError(new TypeError('fetch failed', { cause }))).toBe(
      'TypeError: fetch failed <- Error ECONNREFUSED: connect refused',
    );
    expect(describeError('plain text')).toBe('Error: plain text');
  });

  test('never holds what people sent', () => {
    const drizzle = new Error('Failed query: insert into orders\nparams: ada@example.com');
    const postgres = Object.assign(new Error('invalid input syntax for type uuid: "ada@example.com"'), {
      code: '22P02',
    });
    for (const error of [drizzle, postgres, new Error('outer', { cause: postgres })]) {
      expect(describeError(error)).not.toContain('ada@');
    }
  });
});

test('a line is JSON, and what breaks a thousand times a second is told once a minute', () => {
  const lines = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  log('error', 'test-event', { route: 'x', count: 1 });
  expect(JSON.parse(String(lines.mock.calls[0]?.[0]))).toMatchObject({
    level: 'error',
    event: 'test-event',
    count: 1,
  });
  for (let n = 0; n < 100; n += 1) logEveryMinute('warn', 'test-often');
  expect(lines).toHaveBeenCalledTimes(2);
  lines.mockRestore();
});
