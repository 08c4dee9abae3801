import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { stripShebang } from './script-shebang';

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

test('a script loses the flag only Upstash knows, and keeps its line numbers', () => {
  expect(stripShebang(['eval', '#!lua flags=allow-key-locking\nreturn 1', '0'])).toEqual([
    'eval',
    '\nreturn 1',
    '0',
  ]);
  expect(stripShebang(['EVAL', '#!lua flags=no-writes,allow-key-locking\nreturn 1', 0])).toEqual([
    'EVAL',
    '#!lua flags=no-writes\nreturn 1',
    0,
  ]);
});

test('the hash the client computed finds the script that was stored in its place', () => {
  const script = '#!lua flags=allow-key-locking\nreturn 2';
  expect(stripShebang(['evalsha', sha1(script), '0'])).toEqual(['evalsha', sha1(script), '0']);
  stripShebang(['eval', script, '0']);
  expect(stripShebang(['EvalSha', sha1(script), '1', 'k', 'a'])).toEqual([
    'EvalSha',
    sha1('\nreturn 2'),
    '1',
    'k',
    'a',
  ]);
  expect(stripShebang(['script', 'exists', sha1(script), 'f'])).toEqual([
    'script',
    'exists',
    sha1('\nreturn 2'),
    'f',
  ]);
  expect(stripShebang(['script', 'load', script])).toEqual(['script', 'load', '\nreturn 2']);
});

test('every other command, and a script any Redis takes, is left alone', () => {
  for (const command of [
    ['set', 'k', '#!lua flags=allow-key-locking\n'],
    ['eval', '#!lua flags=no-writes\nreturn 1', 0],
    ['eval', '#!lua\nreturn 1', 0],
    ['eval', 'return "#!lua flags=allow-key-locking"', 0],
    ['script', 'flush'],
    ['ping'],
    [],
    ['eval'],
  ]) {
    expect(stripShebang(command)).toEqual(command);
  }
});

test('scripts without end do not grow the memory of hashes without end', () => {
  const first = '#!lua flags=allow-key-locking\nreturn "first"';
  stripShebang(['eval', first, 0]);
  for (let n = 0; n < 300; n++) stripShebang(['eval', `#!lua flags=allow-key-locking\nreturn ${n}`, 0]);
  expect(stripShebang(['evalsha', sha1(first), 0])).toEqual(['evalsha', sha1(first), 0]);
});
