import { describe, expect, test } from 'vitest';
import { nextPage, signInPath } from './next-page';

const ORIGIN = 'https://shop.test';
const after = (next: string) => nextPage(`?next=${encodeURIComponent(next)}`, ORIGIN);

test('whoever asked for a page of the dashboard comes to it', () => {
  expect(after('/dashboard/orders?status=paid')).toBe('/dashboard/orders?status=paid');
  expect(nextPage(signInPath('/dashboard/orders?status=paid').split('sign-in')[1] ?? '', ORIGIN)).toBe(
    '/dashboard/orders?status=paid',
  );
  expect(nextPage('', ORIGIN)).toBe('/dashboard');
});

describe('nobody is sent anywhere else', () => {
  test.each([
    'https://evil.test/dashboard',
    '//evil.test/dashboard',
    '/\\evil.test/dashboard',
    '\\\\evil.test/dashboard',
    'javascript:alert(1)//dashboard',
    'data:text/html,/dashboard',
    '/dashboard/../../evil',
    '/dashboard/..//evil.test',
    '/dashboard//evil.test',
    '/dashboardevil',
    '/products/x',
    'https://shop.test@evil.test/dashboard',
    'http://shop.test/dashboard',
    'https://',
    '\u0000',
  ])('%j', (next) => {
    expect(after(next)).toBe('/dashboard');
  });
});
