import { describe, expect, test } from 'vitest';
import { parseDelay, parseDurationMs } from './duration';

describe('a duration', () => {
  test.each([
    ['1s', 1_000],
    ['1d12h', 129_600_000],
    ['2h30m10s', 9_010_000],
    ['1w', 604_800_000],
    ['500ms', 500],
    ['1.5h', 5_400_000],
    ['', 0],
  ])('%j', (text, ms) => {
    expect(parseDurationMs(text)).toBe(ms);
  });

  test.each(['1', 's', '1 year', '-1s', '1s2', 'soon'])('%j is none', (text) => {
    expect(parseDurationMs(text)).toBeNull();
  });

  test('an instant is told from it', () => {
    expect(parseDelay('2026-01-02T03:04:05.000Z')).toEqual({ at: new Date('2026-01-02T03:04:05Z') });
    expect(parseDelay('1m')).toEqual({ delayMs: 60_000 });
    expect(parseDelay('tomorrow')).toBeNull();
  });
});
