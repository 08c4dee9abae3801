import { describe, expect, test } from 'vitest';
import { createProductInput } from './input';

const price = { amount: 100, currency: 'USD' };
const product = (extra: object) =>
  createProductInput.safeParse({
    title: 'Print',
    status: 'active',
    variants: [{ sku: 'A', price }],
    ...extra,
  });
const faults = (extra: object) => product(extra).error?.issues.map((issue) => issue.path.join('/'));

describe('a new product', () => {
  test('of one variant needs no options', () => {
    expect(product({}).data).toMatchObject({ options: [], tags: [], descriptionHtml: '' });
  });

  test('whose variants are told apart by title alone gets an option for it', () => {
    const variants = [
      { sku: 'A', title: 'Small', price },
      { sku: 'B', title: 'Large', price },
    ];
    expect(product({ variants }).data).toMatchObject({
      options: [{ name: 'Title', values: ['Small', 'Large'] }],
      variants: [{ optionValues: ['Small'] }, { optionValues: ['Large'] }],
    });
  });

  test.each([
    [
      'variants/1/optionValues',
      {
        variants: [
          { sku: 'A', price },
          { sku: 'B', price },
        ],
      },
    ],
    [
      'variants/1/optionValues',
      {
        options: [{ name: 'Size', values: ['S', 'M'] }],
        variants: [
          { sku: 'A', price, optionValues: ['S'] },
          { sku: 'B', price, optionValues: ['L'] },
        ],
      },
    ],
    ['variants/0/optionValues', { variants: [{ sku: 'A', price, optionValues: ['S'] }] }],
    ['variants/0/price/currency', { variants: [{ sku: 'A', price: { amount: 1, currency: 'usd' } }] }],
    ['variants/0/stock', { variants: [{ sku: 'A', price, stock: -1 }] }],
    ['slug', { slug: 'no slug!' }],
  ])('%s is refused (%#)', (path, extra) => {
    expect(faults(extra)?.at(0)).toBe(path);
  });
});
