import { describe, expect, test } from 'vitest';
import { type CsvFormat, type CsvRow, makeCatalogRows, writeProductCsv } from '../testing/product-csv';
import type { ProductContent } from './product-in-file';
import { type ProductFile, readProducts } from './read-products';

async function read(rows: readonly CsvRow[], format: CsvFormat = {}, currency = 'USD'): Promise<ProductFile> {
  return readText(writeProductCsv(rows, format), currency);
}

async function readText(text: string, currency = 'USD'): Promise<ProductFile> {
  const outcome = await readProducts(new TextEncoder().encode(text), currency);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** The one product of a file that has one. */
async function readOne(rows: readonly CsvRow[]): Promise<ProductContent> {
  const { products } = await read(rows);
  const content = products[0]?.content;
  if (products.length !== 1 || !content) throw new Error(JSON.stringify(products));
  return content;
}

/** What there is to say: `error 3: …`. */
function says({ products, messages }: ProductFile): string[] {
  return [...messages, ...products.flatMap((product) => product.messages)].map(
    ({ line, severity, message }) => `${severity} ${line}: ${message}`,
  );
}

const shirt: CsvRow = { handle: 'shirt', title: 'Shirt', price: '20.00' };
const sized = (size: string, row: CsvRow = {}): CsvRow => ({
  handle: 'shirt',
  option1Value: size,
  price: '20.00',
  ...row,
});
const sizes = { title: 'Shirt', option1Name: 'Size' };

describe('rows of a product', () => {
  test('both generations of columns say the same', async () => {
    const rows = makeCatalogRows(30);
    const old = await read(rows);
    const current = await read(rows, { generation: 'current', lineEnd: '\r\n' });
    expect(current).toEqual(old);
    expect(says(old)).toEqual([]);
    expect(old.products).toHaveLength(30);
    expect(old.products.flatMap(({ content }) => content?.variants ?? [])).toHaveLength(111);
  });

  test('further rows add variants and images; option names stand on the first alone', async () => {
    const content = await readOne([
      sized('S', { ...sizes, imageSource: 'https://a.example/1.jpg', imageAlt: 'Front' }),
      sized('M', { imageSource: 'https://a.example/2.jpg' }),
      { handle: 'shirt', imageSource: 'https://a.example/3.jpg' },
    ]);
    expect(content.optionNames).toEqual(['Size']);
    expect(content.variants.map(({ optionValues }) => optionValues)).toEqual([['S'], ['M']]);
    expect(content.images.map(({ url }) => url)).toEqual([
      'https://a.example/1.jpg',
      'https://a.example/2.jpg',
      'https://a.example/3.jpg',
    ]);
    expect(content.images[0]?.alt).toBe('Front');
  });

  test('rows that stand apart belong together, also when the first comes late', async () => {
    const file = await read([sized('S'), { ...shirt, handle: 'hat', title: 'Hat' }, sized('M', sizes)]);
    expect(file.products.map(({ slug, line }) => [slug, line])).toEqual([
      ['shirt', 2],
      ['hat', 3],
    ]);
    expect(file.products[0]?.content).toMatchObject({ title: 'Shirt', optionNames: ['Size'] });
    expect(file.products[0]?.content?.variants).toHaveLength(2);
  });

  test('Title with Default Title is no option; Title with another value is one', async () => {
    const plain = await readOne([{ ...shirt, option1Name: 'Title', option1Value: 'Default Title' }]);
    expect(plain).toMatchObject({ optionNames: [], variants: [{ optionValues: [] }] });
    const named = await readOne([{ ...shirt, option1Name: 'Title', option1Value: 'Mud Soap' }]);
    expect(named).toMatchObject({ optionNames: ['Title'], variants: [{ optionValues: ['Mud Soap'] }] });
  });

  test('the line of a row is where it starts in the file', async () => {
    const file = await read([
      { ...shirt, description: '<p>one\ntwo\r\nthree</p>' },
      { handle: 'hat', title: 'Hat', description: 'a\n\nb' },
      { handle: 'sock', title: 'Sock' },
    ]);
    expect(says(file)).toEqual([
      'error 5: The variant has no price.',
      'error 5: No variant of the product could be imported, so it was skipped.',
      'error 8: The variant has no price.',
      'error 8: No variant of the product could be imported, so it was skipped.',
    ]);
  });

  test('a product row above its variants is no variant', async () => {
    const content = await readOne([{ handle: 'shirt', ...sizes, quantity: '0' }, sized('S'), sized('M')]);
    expect(content.variants.map(({ line }) => line)).toEqual([3, 4]);
  });
});

describe('a bad row is told with its line and does not stop the rest', () => {
  test('of a product with a bad variant the others are imported', async () => {
    const file = await read([sized('S', sizes), sized('M', { price: 'tba' }), sized('L')]);
    expect(says(file)).toEqual(['error 3: The price "tba" is not a price.']);
    expect(file.products[0]?.content?.variants.map(({ optionValues }) => optionValues)).toEqual([
      ['S'],
      ['L'],
    ]);
  });

  test('everything that is wrong with a row is told at once', async () => {
    const file = await read([
      { ...shirt, price: '1,299', quantity: '1.5', tracker: 'shopify', grams: '-4', taxable: 'perhaps' },
    ]);
    expect(says(file)).toHaveLength(5);
    expect(says(file).join('\n')).toMatch(/price[\s\S]*weight[\s\S]*Taxable[\s\S]*quantity[\s\S]*skipped/i);
  });

  test.each<[string, CsvRow[], RegExp]>([
    ['no handle', [shirt, { title: 'Nobody', price: '1' }], /^error 3: The row has no handle/],
    [
      'a handle of 256',
      [{ ...shirt, handle: 'x'.repeat(256) }],
      /^error 2: The handle "x+…" is longer than 255/,
    ],
    ['no title', [{ handle: 'a', price: '1' }], /^error 2: The product has no title/],
    ['no price', [shirt, { ...shirt, handle: 'b', price: '' }], /^error 3: The variant has no price/],
    ['an unknown status', [{ ...shirt, status: 'live' }], /^error 2: The status "live"/],
    ['an unclear flag', [{ ...shirt, published: 'soon' }], /^error 2: Published: "soon"/],
    [
      'no value of an option',
      [sized('S', sizes), { ...shirt, title: '' }],
      /^error 3: The row has no value for the option "Size"/,
    ],
    [
      'a row that contradicts another',
      [sized('S', sizes), sized('S', { price: '21' })],
      /^error 3: Says something else of the variant S than line 2/,
    ],
  ])('%s', async (_, rows, expected) => {
    expect(says(await read(rows))[0]).toMatch(expected);
  });

  test('more than three options, or a hundred variants, are too many', async () => {
    const four = await readText(
      `Handle,Title,Variant Price,${[1, 2, 3, 4].map((n) => `Option${n} Name,Option${n} Value`).join(',')}
a,A,1,W,1,X,2,Y,3,Z,4\n`,
    );
    expect(says(four)).toEqual(['error 2: The product has 4 options; at most 3 are possible.']);
    const rows = (count: number) =>
      Array.from({ length: count }, (_, n) => sized(`No ${n}`, n === 0 ? sizes : {}));
    expect(says(await read(rows(100)))).toEqual([]);
    const many = await read(rows(101));
    expect(says(many)).toEqual(['error 2: The product has 101 variants; at most 100 are possible.']);
    expect(many.products[0]?.content).toBeNull();
  });

  test('a row that repeats another is noted and skipped', async () => {
    const file = await read([sized('S', sizes), sized('S'), sized('M')]);
    expect(says(file)).toEqual(['note 3: Repeats the variant S of line 2 and was skipped.']);
    expect(file.products[0]?.content?.variants).toHaveLength(2);
  });

  test('of two rows of one variant the sound one counts', async () => {
    const file = await read([sized('S', { ...sizes, price: 'x' }), sized('S')]);
    expect(says(file)).toEqual(['error 2: The price "x" is not a price.']);
    expect(file.products[0]?.content?.variants).toMatchObject([{ line: 3 }]);
  });
});

describe('stock', () => {
  const stockOf = async (row: CsvRow) => {
    const file = await read([{ ...shirt, ...row }]);
    return [file.products[0]?.content?.variants[0]?.stock, ...says(file)];
  };

  test('is counted when there is a tracker', async () => {
    expect(await stockOf({ tracker: 'shopify', quantity: '12', policy: 'deny' })).toEqual([12]);
    expect(await stockOf({ tracker: 'shopify', quantity: '0' })).toEqual([0]);
  });

  test('is not counted without one, nor when selling goes on at zero', async () => {
    expect(await stockOf({ tracker: '', quantity: '12' })).toEqual([null]);
    for (const policy of ['continue', 'CONTINUE', 'TRUE'])
      expect(await stockOf({ tracker: 'shopify', quantity: '12', policy })).toEqual([
        null,
        expect.stringMatching(/^note 2: .*continue/),
      ]);
  });

  test('below zero is 0, with a note', async () => {
    expect(await stockOf({ tracker: 'shopify', quantity: '-3' })).toEqual([
      0,
      'note 2: The quantity -3 is below zero and became 0.',
    ]);
    expect(await stockOf({ tracker: '', quantity: '-1' })).toEqual([
      null,
      expect.stringMatching(/^note 2: .*-1/),
    ]);
  });

  test('without a quantity stays as it is', async () => {
    expect(await stockOf({ tracker: 'shopify', quantity: '' })).toEqual([
      'counted',
      expect.stringMatching(/^note/),
    ]);
  });

  test('in a file without trackers is counted where there is a quantity', async () => {
    const { products } = await readText('Handle,Title,Price,Inventory quantity\na,A,1,5\nb,B,1,\n');
    expect(products.map(({ content }) => content?.variants[0]?.stock)).toEqual([5, undefined]);
  });
});

describe('cells', () => {
  test('columns that a file does not have are left open, empty ones are empty', async () => {
    const { products } = await readText('Handle,Title,Price\na,A,1\n');
    expect(products[0]?.content).toMatchObject({
      descriptionHtml: undefined,
      tags: undefined,
      status: undefined,
    });
    expect(products[0]?.content?.variants[0]).toMatchObject({
      sku: undefined,
      weightGrams: undefined,
      stock: undefined,
      compareAtMinor: undefined,
    });
    expect(await readOne([shirt])).toMatchObject({ descriptionHtml: '', tags: [], vendor: '' });
  });

  test.each([
    ['active', 'true', 'active'],
    ['draft', 'true', 'draft'],
    ['archived', 'true', 'archived'],
    ['ACTIVE', 'FALSE', 'draft'],
    ['', 'true', 'active'],
    ['', 'false', 'draft'],
    ['', '', undefined],
    ['unlisted', 'true', 'draft'],
  ])('status %j and published %j is %s', async (status, published, expected) => {
    expect((await readOne([{ ...shirt, status, published }])).status).toBe(expected);
  });

  test('a compare-at price that is not above the price is left out, with a note', async () => {
    for (const compareAtPrice of ['20.00', '19.00']) {
      const file = await read([{ ...shirt, compareAtPrice }]);
      expect(file.products[0]?.content?.variants[0]?.compareAtMinor).toBeNull();
      expect(says(file)).toEqual([expect.stringMatching(/^note 2: The compare-at price/)]);
    }
    expect((await readOne([{ ...shirt, compareAtPrice: '25' }])).variants[0]?.compareAtMinor).toBe(2500);
    expect((await readOne([{ ...shirt, compareAtPrice: '0.00' }])).variants[0]?.compareAtMinor).toBeNull();
  });

  test('grams are grams whatever the unit for display; a weight is in its unit', async () => {
    expect((await readOne([{ ...shirt, grams: '500', weightUnit: 'lb' }])).variants[0]?.weightGrams).toBe(
      500,
    );
    const weigh = async (weight: string, unit: string) => {
      const file = await readText(
        `Handle,Title,Price,Variant Weight,Variant Weight Unit\na,A,1,${weight},${unit}\n`,
      );
      return file.products[0]?.content?.variants[0]?.weightGrams ?? says(file)[0];
    };
    expect(await weigh('2', 'kg')).toBe(2000);
    expect(await weigh('2', 'lb')).toBe(907);
    expect(await weigh('2', '')).toMatch(/no unit/);
  });

  test('tax, shipping, zero prices and gift cards', async () => {
    const file = await read([
      { ...shirt, price: '0.00', taxable: 'false', requiresShipping: 'FALSE', giftCard: 'true' },
    ]);
    expect(file.products[0]?.content?.variants[0]).toMatchObject({
      priceMinor: 0,
      taxClass: 'exempt',
      requiresShipping: false,
    });
    expect(says(file)).toEqual([expect.stringMatching(/^note 2: .*gift card/i)]);
  });

  test('images stand by position, once each; addresses that are none are noted', async () => {
    const file = await read([
      { ...shirt, imageSource: 'https://a.example/2.jpg', imagePosition: '2' },
      { handle: 'shirt', imageSource: 'https://a.example/1.jpg', imagePosition: '1' },
      { handle: 'shirt', imageSource: 'https://a.example/1.jpg', imagePosition: '3' },
      { handle: 'shirt', imageSource: 'C:\\pictures\\3.jpg' },
    ]);
    expect(file.products[0]?.content?.images.map(({ url }) => url)).toEqual([
      'https://a.example/1.jpg',
      'https://a.example/2.jpg',
    ]);
    expect(says(file)).toEqual([expect.stringMatching(/^note 5: The image was left out/)]);
  });

  test('the image of a variant is an image of the product', async () => {
    const content = await readOne([{ ...shirt, variantImage: 'https://a.example/v.jpg' }]);
    expect(content.images).toEqual([{ url: 'https://a.example/v.jpg' }]);
    expect(content.variants[0]?.imageUrl).toBe('https://a.example/v.jpg');
  });
});

describe('handles', () => {
  test.each([
    ['plain-shirt', 'plain-shirt'],
    ['Plain-Shirt', 'plain-shirt'],
    ['plain_shirt', 'plain_shirt'],
    ['Été à Łódź', 'ete-a-lodz'],
    ['a--b', 'a-b'],
    ['50% off!', '50-off'],
    [`${'long-'.repeat(50)}end`, `${'long-'.repeat(50)}end`],
    ['../../etc/passwd', 'etc-passwd'],
  ])('%j becomes %j', async (handle, slug) => {
    expect((await read([{ ...shirt, handle }])).products[0]?.slug).toBe(slug);
  });

  test('in letters without a plain form stay apart, and the same in every import', async () => {
    const slugs = async () =>
      (
        await read(['東京-shirt', '大阪-shirt', '商品', '🎉'].map((handle) => ({ ...shirt, handle })))
      ).products.map(({ slug }) => slug);
    const first = await slugs();
    expect(new Set(first).size).toBe(4);
    expect(first[0]).toMatch(/^shirt-[0-9a-f]{10}$/);
    expect(await slugs()).toEqual(first);
  });

  test('that differ in case alone are one product', async () => {
    const file = await read([sized('S', sizes), { ...sized('M'), handle: 'SHIRT' }]);
    expect(file.products).toHaveLength(1);
    expect(says(file)).toEqual([expect.stringMatching(/^note 3: The handle "SHIRT" is the same address/)]);
  });
});

test('cells are data: nothing in them is a formula, a path or a property name', async () => {
  const file = await read([
    {
      ...shirt,
      handle: '__proto__',
      title: '=HYPERLINK("x")',
      vendor: 'constructor',
      tags: '__proto__,toString',
    },
    { ...shirt, handle: 'constructor', title: "'; drop table products; --" },
  ]);
  expect(file.products.map(({ content }) => content?.title)).toEqual([
    '=HYPERLINK("x")',
    "'; drop table products; --",
  ]);
  expect(file.products[0]?.content?.tags).toEqual(['__proto__', 'toString']);
});
