import { expect, test } from 'vitest';
import { TEST_METHODS } from '../input';
import { parseTestMethod } from './test-method';

test('every method of the API is known, and nothing else but a script', () => {
  for (const method of TEST_METHODS) expect(parseTestMethod(method).arrives).toBe(true);
  for (const method of ['', 'cash', 'test_ok ', '__proto__', 'toString']) {
    expect(() => parseTestMethod(method)).toThrow(TypeError);
  }
});

test('a script says what differs from a payment that succeeds at once', () => {
  expect(parseTestMethod('script:')).toEqual({
    outcome: 'succeeded',
    arrives: true,
    decidesAfterMs: 0,
    answersAfterMs: 0,
    webhooks: [],
  });
  expect(
    parseTestMethod(
      'script:outcome=declined&arrives=no&decides=500&answers=never&webhooks=succeeded@0,processing@100',
    ),
  ).toEqual({
    outcome: 'declined',
    arrives: false,
    decidesAfterMs: 500,
    answersAfterMs: null,
    webhooks: [
      { kind: 'succeeded', afterMs: 0 },
      { kind: 'processing', afterMs: 100 },
    ],
  });
});
