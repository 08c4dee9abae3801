import { afterEach, expect, test, vi } from 'vitest';
import { hmacSha256, isEqualInConstantTime } from './hmac';

afterEach(() => {
  vi.unstubAllGlobals();
});

test('HMAC-SHA-256 is the one of RFC 4231', async () => {
  expect(await hmacSha256('Jefe', 'what do ya want for nothing?')).toBe(
    Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString(
      'base64url',
    ),
  );
});

test('it is the same where there is no Node', async () => {
  vi.resetModules();
  vi.stubGlobal('process', { env: {} });
  const edge = await import('./hmac');
  vi.unstubAllGlobals();
  for (const text of ['', 'é', 'x'.repeat(1_000)])
    expect(await edge.hmacSha256('a secret', text)).toBe(await hmacSha256('a secret', text));
});

test('texts are equal or they are not', () => {
  expect(isEqualInConstantTime('abc', 'abc')).toBe(true);
  expect(isEqualInConstantTime('abc', 'abd')).toBe(false);
  expect(isEqualInConstantTime('abc', 'ab')).toBe(false);
});
