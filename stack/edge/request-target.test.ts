import { expect, test } from 'vitest';
import { parseRequestTarget } from './request-target';

const read = (target: string) => {
  const parsed = parseRequestTarget(target);
  return parsed === null ? null : parsed.pathname + parsed.search;
};

test('a path means one thing: dot segments are resolved in both spellings', () => {
  expect(read('/api/x?a=1/../b')).toBe('/api/x?a=1/../b');
  expect(read('/api/../internal/build')).toBe('/internal/build');
  expect(read('/api/%2e%2E/internal/build?x')).toBe('/internal/build?x');
  expect(read('/api/./x/.')).toBe('/api/x/');
  expect(read('/../../etc/passwd')).toBe('/etc/passwd');
  expect(read('//evil.example/x')).toBe('//evil.example/x');
  expect(read('//evil.example/../x')).toBe('//x');
});

test('the absolute form counts for its path, never for its host', () => {
  expect(read('http://evil.example/api/x?y=1')).toBe('/api/x?y=1');
  expect(read('HTTPS://evil.example')).toBe('/');
  expect(read('ftp://evil.example/x')).toBeNull();
  expect(read('http://[')).toBeNull();
});

test('bytes outside ASCII are percent-encoded, a fragment is dropped', () => {
  expect(read('/caf\u00e9')).toBe('/caf%C3%A9');
  expect(read('/a#b?c')).toBe('/a');
});

test('what is no path is null', () => {
  for (const target of ['*', '', 'api', '\\api', '/api\\..\\internal', 'example.com:443'])
    expect(read(target)).toBeNull();
});
