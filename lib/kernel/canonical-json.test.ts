import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';

describe('canonical JSON', () => {
  test('is the same whatever order the keys came in', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"x","d":null}]}',
    );
    expect(canonicalJson(JSON.parse('{"a":1,"__proto__":2}'))).toBe('{"__proto__":2,"a":1}');
  });

  test('keeps what differs apart', () => {
    const texts = [1, '1', true, null, [], {}, [[]], [1], { a: 1 }, { a: '1' }, ''].map(canonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('leaves out what is undefined, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
    expect(canonicalJson(undefined)).toBe('null');
  });

  test('refuses a depth that would end the stack', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(() => canonicalJson(deep)).toThrow(/too deep/);
  });
});
