import { describe, expect, test } from 'vitest';
import { describeType, fieldsOf } from './fields-of';

describe('a type in words', () => {
  test.each([
    [{ type: 'integer', minimum: 1, maximum: 99 }, 'integer, 1 to 99'],
    [{ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, 'integer, at least 0'],
    [{ type: 'string', minLength: 1, maxLength: 200 }, 'text, 1 to 200 characters'],
    [{ type: 'string', pattern: '^var_[0-9a-f]{32}$' }, 'id, var_…'],
    [{ type: 'integer', minimum: 0, maximum: 1_000_000 }, 'integer, 0 to 1,000,000'],
    [{ type: 'string', format: 'date-time' }, 'date-time'],
    [{ enum: ['draft', 'active'] }, '"draft" or "active"'],
    [{ anyOf: [{ $ref: '#/components/schemas/Money' }, { type: 'null' }] }, 'Money or null'],
    [
      { type: 'array', items: { $ref: '#/components/schemas/Cart' }, minItems: 1 },
      'list of Cart, at least 1 items',
    ],
  ])('%j', (schema, words) => {
    expect(describeType(schema)).toBe(words);
  });
});

test('fields of unnamed objects follow their own by dotted paths, named ones are named', () => {
  const rows = fieldsOf({
    properties: {
      email: { type: 'string' },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { quantity: { type: 'integer' } }, required: ['quantity'] },
      },
      address: { anyOf: [{ type: 'object', properties: { country: { type: 'string' } } }, { type: 'null' }] },
      total: { $ref: '#/components/schemas/Money', description: 'All of it.' },
    },
    required: ['email'],
  });
  expect(rows.map(({ path, isRequired }) => `${path}${isRequired ? '!' : ''}`)).toEqual([
    'email!',
    'lines',
    'lines[].quantity!',
    'address',
    'address.country',
    'total',
  ]);
  expect(rows.at(-1)).toMatchObject({ shape: 'Money', description: 'All of it.' });
});
