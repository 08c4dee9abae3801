import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password';

test('a password is kept as scrypt over it and a salt of its own', async () => {
  const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')];
  expect(one).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  expect(one).not.toBe(two);
});

test('the same letters composed another way are the same password', async () => {
  const salt = '00'.repeat(16);
  expect(await hashPassword('caf\u00e9', salt)).toBe(await hashPassword('cafe\u0301', salt));
});

test('only the password itself opens its hash', async () => {
  const stored = await hashPassword('correct horse battery');
  const tries = ['correct horse battery', 'correct horse batterx', 'correct horse', ''];
  expect(await Promise.all(tries.map((password) => isPassword(password, stored)))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('nothing opens what has no hash, nor one that is none', async () => {
  for (const stored of [null, '', ':', 'nonsense', `${'0'.repeat(32)}:`])
    expect(await isPassword('', stored)).toBe(false);
});
