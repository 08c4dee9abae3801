import { expect, test } from 'vitest';
import { isAllowed, PERMISSIONS, type ROLES } from '@/lib/staff/permissions';
import { isCrossOrigin } from './authenticate';

const from = (headers: Record<string, string>) =>
  isCrossOrigin(new Request('http://x/', { headers: { host: 'shop.test', ...headers } }));

test('a write from another site is told by what browsers say of it', () => {
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'same-site' })).toBe(true);
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(from({ origin: 'https://evil.test' })).toBe(true);
  expect(from({ origin: 'null' })).toBe(true);
  expect(from({ origin: 'https://shop.test' })).toBe(false);
  expect(from({})).toBe(false);
});

test('an owner may do everything, a viewer changes nothing, support works on orders and customers alone', () => {
  const of = (role: (typeof ROLES)[number]) =>
    Object.keys(PERMISSIONS).filter((name) => isAllowed(role, name as keyof typeof PERMISSIONS));
  expect(of('owner')).toEqual(Object.keys(PERMISSIONS));
  expect(of('viewer').filter((name) => !name.endsWith(':read'))).toEqual([]);
  const others = of('support').filter((name) => !/^(orders|customers|reports):/.test(name));
  expect(others).toEqual([]);
  expect(of('manager')).not.toContain('api-keys:manage');
});
