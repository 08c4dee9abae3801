import { expect, test } from 'vitest';
import { z } from 'zod';
import { validate } from './validate';

const schema = z.object({
  name: z.string().trim().min(1).max(3),
  tags: z.array(z.string()).max(2).optional(),
});

test('what is wrong is said by path', () => {
  expect(validate(schema, { name: 'Adam', tags: 1 })).toEqual({
    ok: false,
    errors: [
      { path: 'name', message: 'Must have at most 3 characters.' },
      { path: 'tags', message: 'Must be a list.' },
    ],
  });
});

test.each([
  [{ name: { length: { toString: 'x', valueOf: 1 } } }],
  [{ name: 'Ada', tags: { length: { toString: 'x', valueOf: 1 } } }],
])('a length that cannot be compared is refused, not a fault of ours', (value) => {
  expect(validate(schema, value)).toEqual({
    ok: false,
    errors: [{ path: '', message: 'Has the wrong form.' }],
  });
});

test('a mistake of ours is not hidden', () => {
  const broken = z.string().transform(() => {
    throw new TypeError('undefined is not a function');
  });
  expect(() => validate(broken, 'x')).toThrow('undefined is not a function');
});
