import { expect, test } from 'vitest';
import { zonedTime } from './zoned-time';

test.each([
  ['UTC', '2026-11-27T08:00:00Z', '2026-11-27T08:00:00+00:00'],
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
  ['America/New_York', '2026-11-01T05:59:59Z', '2026-11-01T01:59:59-04:00'],
  ['America/New_York', '2026-11-01T06:00:00Z', '2026-11-01T01:00:00-05:00'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T05:45:00+05:45'],
  ['America/St_Johns', '2026-01-01T00:00:00Z', '2025-12-31T20:30:00-03:30'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', '2026-04-05T01:30:00+10:30'],
])('in %s, %s is %s', (zone, utc, expected) => {
  expect(zonedTime(zone)(Date.parse(utc))).toBe(expected);
});

test('what it writes is the moment that it was given, all through a year', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Pacific/Chatham']) {
    const write = zonedTime(zone);
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 7_654_321) {
      expect(Date.parse(write(ms))).toBe(Math.floor(ms / 1_000) * 1_000);
    }
  }
});
