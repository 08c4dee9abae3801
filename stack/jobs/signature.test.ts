import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';
import { hashSigningKey, isSame, isSignedBy, signBody } from './signature';

const KEY = 'signkey-test-0123456789abcdef';
const body = canonicalJson({ b: 1, a: 'ä', '1': [true, null] });

describe('a signature', () => {
  test('is made over canonical JSON, whatever the order of keys was', () => {
    expect(body).toBe('{"1":[true,null],"a":"ä","b":1}');
    expect(isSignedBy(body, KEY, signBody(body, KEY))).toBe(true);
  });

  test('holds for the key with and without its prefix: the SDK takes it away', () => {
    expect(isSignedBy(body, '0123456789abcdef', signBody(body, KEY))).toBe(true);
  });

  test.each([
    ['another key', signBody(body, 'signkey-test-ffff')],
    ['another body', signBody(`${body} `, KEY)],
    ['six minutes ago', signBody(body, KEY, Math.round(Date.now() / 1_000) - 360)],
    ['none', undefined],
    ['nonsense', 'yes'],
    ['no time', 't=&s=abc'],
  ])('is refused: %s', (_, header) => {
    expect(isSignedBy(body, KEY, header)).toBe(false);
  });

  test("the Bearer is the hash of the key's bytes, behind its prefix", () => {
    // sha256 of the byte 0x61.
    const digest = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';
    expect(hashSigningKey('signkey-prod-61')).toBe(`signkey-prod-${digest}`);
  });

  test('secrets of other lengths compare too', () => {
    expect(isSame('a', 'a')).toBe(true);
    expect(isSame('a', 'ab')).toBe(false);
  });
});
