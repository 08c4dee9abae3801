import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers';

test('a shop on plain HTTP never pins browsers to HTTPS', () => {
  expect(securityHeaders('page', 'http://localhost:3000')).not.toHaveProperty('strict-transport-security');
  expect(securityHeaders('api', undefined)).not.toHaveProperty('strict-transport-security');
  expect(securityHeaders('page', 'https://shop.example')).toHaveProperty('strict-transport-security');
});

test('nothing may frame a page or an answer, and an answer may load nothing', () => {
  expect(securityHeaders('page')['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(securityHeaders('api')['content-security-policy']).toBe(
    "default-src 'none'; frame-ancestors 'none'",
  );
});
