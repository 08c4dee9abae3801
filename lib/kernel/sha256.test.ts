import { afterEach, expect, test, vi } from 'vitest';
import { sha256Hex } from './sha256';

afterEach(() => {
  vi.unstubAllGlobals();
});

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('SHA-256 is the one everybody knows', async () => {
  expect(await sha256Hex('')).toBe(EMPTY);
  expect(await sha256Hex('é')).toBe(await sha256Hex(new TextEncoder().encode('é')));
});

test('it is the same where there is no Node', async () => {
  vi.resetModules();
  vi.stubGlobal('process', { env: {} });
  const edge = await import('./sha256');
  vi.unstubAllGlobals();
  for (const text of ['', 'é', 'x'.repeat(10_000)])
    expect(await edge.sha256Hex(text)).toBe(await sha256Hex(text));
});
