import { expect, test, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { passwordLinkToken, readPasswordLinkToken } from './password-link';

vi.stubEnv('APP_SECRET', 'a secret for tests only');
vi.stubEnv('POSTGRES_URL', 'postgres://nobody@localhost:1/none');
vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:1');

test('a link is opened by its own token, in its own world, and by nothing else', async () => {
  const id = newId('link');
  const token = await passwordLinkToken('staff', id);
  expect(await readPasswordLinkToken('staff', token)).toBe(id);
  expect(await readPasswordLinkToken('customer', token)).toBeNull();
  const [, mac = ''] = token.split('.');
  const forged = [
    '',
    id,
    `${id}.`,
    `${token}.`,
    `${token}x`,
    `${newId('link')}.${mac}`,
    `cust_${mac}`,
    '__proto__',
  ];
  for (const wrong of forged) expect(await readPasswordLinkToken('staff', wrong)).toBeNull();
});
