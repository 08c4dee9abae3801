import { describe, expect, test } from 'vitest';
import { assertCron, nextCronAt } from './cron';

const at = (text: string) => new Date(text);

describe('the next instant', () => {
  test.each([
    ['*/5 * * * *', '2026-01-01T00:01:00Z', '2026-01-01T00:05:00Z'],
    ['0 9 * * *', '2026-01-01T09:00:00Z', '2026-01-02T09:00:00Z'],
    ['TZ=Europe/Paris 0 9 * * *', '2026-01-01T00:00:00Z', '2026-01-01T08:00:00Z'],
    ['TZ=Europe/Paris 0 9 * * *', '2026-07-01T00:00:00Z', '2026-07-01T07:00:00Z'],
    ['CRON_TZ=America/New_York 30 1 * * *', '2026-01-01T00:00:00Z', '2026-01-01T06:30:00Z'],
    ['@daily', '2026-01-01T12:00:00Z', '2026-01-02T00:00:00Z'],
    ['@every 5s', '2026-01-01T12:00:00Z', '2026-01-01T12:00:05Z'],
  ])('of %s after %s', (expression, after, next) => {
    expect(nextCronAt(expression, at(after))).toEqual(at(next));
  });

  test('of an hour that the clock skips comes once, that day', () => {
    const first = nextCronAt('TZ=Europe/Paris 30 2 * * *', at('2026-03-28T12:00:00Z'));
    const second = nextCronAt('TZ=Europe/Paris 30 2 * * *', first ?? at('2026-03-28T12:00:00Z'));
    expect(first?.toISOString().slice(0, 10)).toBe('2026-03-29');
    expect(second?.toISOString().slice(0, 10)).toBe('2026-03-30');
  });

  test.each(['', 'every day', '* * * *', '99 * * * *', 'TZ=Nowhere/Town * * * * *', '2026-01-01T00:00:00'])(
    '%j is refused',
    (expression) => {
      expect(() => assertCron(expression)).toThrow('is not understood');
    },
  );
});
