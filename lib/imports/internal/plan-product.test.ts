import { describe, expect, test } from 'vitest';
import type { ProductDraft, StoredProduct, VariantDraft } from '@/lib/catalog/model';
import { newId } from '@/lib/kernel/ids';
import { planProduct } from './plan-product';
import type { ProductContent, VariantInFile } from './product-in-file';

const said = (more: Partial<VariantInFile> = {}): VariantInFile => ({
  line: 2,
  optionValues: [],
  priceMinor: 1000,
  ...more,
});

const content = (more: Partial<ProductContent> = {}): ProductContent => ({
  title: 'Shirt',
  optionNames: [],
  hasOptionColumns: true,
  variants: [said()],
  images: [],
  ...more,
});

function plan(inFile: ProductContent, before: StoredProduct | null = null) {
  const planned = planProduct('shirt', inFile, before, 'USD');
  if (!planned.ok) throw new Error(planned.message);
  return planned.value;
}

/** A product as an earlier import and a merchant's own hand left it. */
function stored(inFile: ProductContent, change: (draft: ProductDraft) => Partial<ProductDraft> = () => ({})) {
  const { draft } = plan(inFile);
  return { draft: { ...draft, ...change(draft) }, version: 'v1' };
}

const sized = (...sizes: string[]): Partial<ProductContent> => ({
  optionNames: ['Size'],
  variants: sizes.map((size) => said({ optionValues: [size] })),
});

const valuesOf = (variants: readonly VariantDraft[]) => variants.map(({ optionValues }) => optionValues[0]);

describe('a new product', () => {
  test('gets what a file leaves open: active, not counted, taxed, shipped, nothing else', () => {
    expect(plan(content()).draft).toMatchObject({
      status: 'active',
      descriptionHtml: '',
      tags: [],
      variants: [
        {
          title: 'Default',
          sku: '',
          stock: null,
          weightGrams: 0,
          requiresShipping: true,
          taxClass: 'standard',
        },
      ],
    });
  });

  test('counts from 0 when the file says that it is counted and not how much', () => {
    expect(plan(content({ variants: [said({ stock: 'counted' })] })).draft.variants[0]?.stock).toBe(0);
  });

  test('names an option that the file does not, and says so', () => {
    const { draft, notes } = plan(content({ ...sized('S'), optionNames: [null] }));
    expect(draft.options).toEqual([{ name: 'Option 1', values: ['S'] }]);
    expect(notes).toHaveLength(1);
  });
});

describe('a product that exists', () => {
  test('is the same after the same file', () => {
    const inFile = content({
      ...sized(),
      variants: ['S', 'M'].map((size) => said({ optionValues: [size], stock: 3 })),
      images: [{ url: 'https://a.example/1.jpg', alt: 'x' }],
    });
    const before = stored(inFile);
    expect(plan(inFile, before)).toEqual({ draft: before.draft, notes: [] });
  });

  test('keeps what the file has no column for', () => {
    const before = stored(content(), ({ variants }) => ({
      descriptionHtml: '<p>Mine</p>',
      tags: ['mine'],
      vendor: 'Me',
      status: 'archived',
      variants: variants.map((variant) => ({
        ...variant,
        sku: 'S1',
        stock: 7,
        weightGrams: 5,
        barcode: 'B',
      })),
    }));
    const { draft } = plan(content({ variants: [said({ priceMinor: 2000 })] }), before);
    expect(draft).toMatchObject({
      descriptionHtml: '<p>Mine</p>',
      tags: ['mine'],
      vendor: 'Me',
      status: 'archived',
      variants: [{ sku: 'S1', weightGrams: 5, barcode: 'B', prices: [{ priceMinor: 2000 }] }],
    });
    // Undefined: the level that it has, also when somebody buys meanwhile.
    expect(draft.variants[0]?.stock).toBeUndefined();
  });

  test('keeps variants and images that are not in the file', () => {
    const before = stored(content({ ...sized('S', 'M', 'L') }), () => ({
      images: [{ id: newId('img'), alt: '', sourceUrl: null, path: 'art/own', width: 1, height: 1 }],
    }));
    const { draft, notes } = plan(
      content({ ...sized('M', 'XL'), images: [{ url: 'https://a.example/1.jpg' }] }),
      before,
    );
    expect(valuesOf(draft.variants)).toEqual(['S', 'M', 'L', 'XL']);
    expect(draft.options[0]?.values).toEqual(['S', 'M', 'L', 'XL']);
    expect(draft.images.map(({ path, sourceUrl }) => path ?? sourceUrl)).toEqual([
      'art/own',
      'https://a.example/1.jpg',
    ]);
    expect(notes).toEqual([]);
  });

  test('keeps prices in other currencies, and drops a compare-at price that the new price has reached', () => {
    const before = stored(content({ variants: [said({ compareAtMinor: 1500 })] }), ({ variants }) => ({
      variants: variants.map((variant) => ({
        ...variant,
        prices: [{ currency: 'EUR', priceMinor: 900, compareAtMinor: null }, ...variant.prices],
      })),
    }));
    const pricesAt = (priceMinor: number) =>
      plan(content({ variants: [said({ priceMinor })] }), before).draft.variants[0]?.prices;
    expect(pricesAt(1200)).toEqual([
      { currency: 'EUR', priceMinor: 900, compareAtMinor: null },
      { currency: 'USD', priceMinor: 1200, compareAtMinor: 1500 },
    ]);
    expect(pricesAt(1500)?.[1]).toEqual({ currency: 'USD', priceMinor: 1500, compareAtMinor: null });
  });

  test('with other options than before loses the variants that fit no more, and says so', () => {
    const { draft, notes } = plan(content(sized('S', 'M')), stored(content()));
    expect(valuesOf(draft.variants)).toEqual(['S', 'M']);
    expect(notes).toEqual([expect.stringContaining('the earlier variant was taken off sale')]);
  });

  test('keeps its options when the file names none', () => {
    const before = stored(content(sized('S', 'M')));
    expect(plan(content({ ...sized('S'), optionNames: [null] }), before).draft.options).toEqual([
      { name: 'Size', values: ['S', 'M'] },
    ]);
    const blind = planProduct('shirt', content({ hasOptionColumns: false }), before, 'USD');
    expect(blind).toMatchObject({ ok: false, message: expect.stringContaining('options (Size)') });
  });

  test('cannot grow past a hundred variants', () => {
    const many = (from: number, to: number) =>
      content(sized(...Array.from({ length: to - from }, (_, n) => `No ${from + n}`)));
    const before = stored(many(0, 60));
    expect(planProduct('shirt', many(40, 100), before, 'USD').ok).toBe(true);
    expect(planProduct('shirt', many(41, 101), before, 'USD')).toMatchObject({
      ok: false,
      message: expect.stringContaining('101 variants'),
    });
  });
});
