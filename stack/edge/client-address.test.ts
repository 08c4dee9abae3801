import { expect, test } from 'vitest';
import { createClientAddress } from './client-address';

const trusting = createClientAddress('10.0.0.0/8, 192.0.2.7,fd00::/8 , ::1');
const of = (peer: string, chain?: string) => trusting(peer, chain).address;

test('a client cannot choose its address', () => {
  expect(createClientAddress('')('203.0.113.9', '1.2.3.4')).toEqual({
    address: '203.0.113.9',
    viaProxy: false,
  });
  expect(of('203.0.113.9', '1.2.3.4')).toBe('203.0.113.9');
  expect(of('10.1.1.1', '1.2.3.4, 203.0.113.9')).toBe('203.0.113.9');
  expect(of('10.1.1.1', '1.2.3.4, 203.0.113.9, 10.2.2.2, 192.0.2.7')).toBe('203.0.113.9');
});

test('a chain of proxies alone gives its left end, and junk ends the chain', () => {
  expect(of('10.1.1.1', '10.3.3.3, 10.2.2.2')).toBe('10.3.3.3');
  expect(of('10.1.1.1', '203.0.113.9, unknown, 10.2.2.2')).toBe('10.2.2.2');
  expect(of('10.1.1.1', '203.0.113.9, <script>')).toBe('10.1.1.1');
  expect(of('10.1.1.1', '')).toBe('10.1.1.1');
  expect(of('10.1.1.1')).toBe('10.1.1.1');
});

test('an address has one spelling', () => {
  expect(of('::ffff:10.1.1.1', '203.0.113.9:4711')).toBe('203.0.113.9');
  expect(of('::1', '[2001:DB8:0:0::1]:443')).toBe('2001:db8::1');
  expect(of('fd00::5', '::ffff:198.51.100.1')).toBe('198.51.100.1');
  expect(of('fe80::1%eth0')).toBe('fe80::1');
  expect(trusting(undefined, '1.2.3.4').address).toBe('unknown');
});

test('a list that is no list of addresses is refused by name', () => {
  for (const entry of ['proxy.example', '10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/x', '1.2.3']) {
    expect(() => createClientAddress(`10.0.0.1, ${entry}`)).toThrow(`"${entry}"`);
  }
});
