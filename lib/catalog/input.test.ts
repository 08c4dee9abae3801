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

  test('takes an amount of the shop’s own currency as it is, and option values by name', () => {
    const variants = [
      { sku: 'A', price: 100, optionValues: { Size: 'S' } },
      { sku: 'B', price: { amount: 200 }, optionValues: { size: 'M' } },
    ];
    expect(product({ options: [{ name: 'Size', values: ['S', 'M'] }], variants }).data).toMatchObject({
      variants: [
        { price: { amount: 100 }, optionValues: ['S'] },
        { price: { amount: 200 }, optionValues: ['M'] },
      ],
    });
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
