import { expect, test } from 'vitest';
import { clientAddress } from './client-address';

const from = (forwarded?: string) =>
  clientAddress(new Headers(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }));

test('an IPv4 address counts by itself, also when it comes as IPv6', () => {
  expect(from('203.0.113.7')).toBe('203.0.113.7');
  expect(from(' 203.0.113.7, 10.0.0.1')).toBe('203.0.113.7');
  expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
});

test('all addresses of one IPv6 network count together, however they are written', () => {
  const network = '2001:db8:1:2::/64';
  for (const address of [
    '2001:db8:1:2::1',
    '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff',
    '2001:db8:1:2:3:4:5:6',
  ]) {
    expect(from(address)).toBe(network);
  }
  expect(from('2001:db8:1:3::1')).not.toBe(network);
  expect(from('::1')).toBe('0:0:0:0::/64');
});

test('what is no address is unknown', () => {
  for (const text of [
    undefined,
    '',
    'unknown',
    '-',
    "'; drop",
    '1::2::3',
    ':::',
    '1:2:3',
    'g::1',
    'x'.repeat(4_000),
  ]) {
    expect(from(text)).toBe('unknown');
  }
});
