import { describe, expect, test } from 'vitest';
import { demoCollections, demoProducts, demoShop } from './catalog';
import { demoShippingZones, demoTaxRates } from './shipping-and-tax';

const variants = demoProducts.flatMap((product) => product.variants);
const distinct = <T>(values: readonly T[]): number => new Set(values).size;

describe('the demo catalog', () => {
  test('names everything once', () => {
    expect(distinct(demoProducts.map(({ slug }) => slug))).toBe(demoProducts.length);
    expect(distinct(demoCollections.map(({ slug }) => slug))).toBe(demoCollections.length);
    expect(distinct(variants.map(({ sku }) => sku))).toBe(variants.length);
  });

  test.each(demoProducts)(
    '$slug: one variant for each choice of options, in their order',
    ({ options, variants }) => {
      const choices = options.reduce<string[][]>(
        (made, { values }) => made.flatMap((choice) => values.map((value) => [...choice, value])),
        [[]],
      );
      expect(variants.map(({ optionValues }) => [...optionValues])).toEqual(choices);
    },
  );

  test.each(demoProducts)('$slug: sound prices, weights and stock, two described pictures', (product) => {
    for (const { priceMinor, compareAtMinor, weightGrams, stock } of product.variants) {
      expect(Number.isInteger(priceMinor) && priceMinor > 0).toBe(true);
      expect(compareAtMinor === undefined || compareAtMinor > priceMinor).toBe(true);
      expect(weightGrams).toBeGreaterThan(0);
      expect(stock === null || (Number.isInteger(stock) && stock >= 0)).toBe(true);
    }
    expect(product.images.map(({ alt }) => alt.length > 30)).toEqual([true, true]);
    expect(product.images[0]?.path).toBe(`/art/${product.slug}`);
    expect(product.descriptionHtml.replace(/<\/?(p|ul|li)>/g, '')).not.toMatch(/[<>]/);
  });

  test('hangs every product in a collection, and something in each collection', () => {
    const hung = new Set(demoProducts.flatMap(({ collections }) => collections));
    expect([...hung].toSorted()).toEqual(demoCollections.map(({ slug }) => slug).toSorted());
    expect(demoProducts.every(({ collections }) => collections.length > 0)).toBe(true);
  });

  test('keeps the promise of the small walls: each starts under fifty dollars', () => {
    const small = demoProducts.filter(({ collections }) => collections.includes('small-walls'));
    for (const { variants } of small)
      expect(Math.min(...variants.map(({ priceMinor }) => priceMinor))).toBeLessThan(5000);
  });

  test('never has more sheets of a size than its edition', () => {
    for (const { descriptionHtml, variants } of demoProducts) {
      const edition = Number(/Edition of (\d+)/.exec(descriptionHtml)?.[1] ?? Number.POSITIVE_INFINITY);
      const held = new Map<string, number>();
      for (const { optionValues, stock } of variants) {
        const size = optionValues.find((value) => value.endsWith('cm')) ?? '';
        held.set(size, (held.get(size) ?? 0) + (stock ?? 0));
      }
      expect(Math.max(...held.values())).toBeLessThanOrEqual(edition);
    }
  });

  test('has every kind of stock a shopper can meet', () => {
    const left = demoProducts.map(({ variants }) =>
      variants.reduce((sum, { stock }) => sum + (stock ?? 0), 0),
    );
    expect(left).toEqual(expect.arrayContaining([0, 2]));
    expect(variants.some(({ stock }) => stock === null)).toBe(true);
    expect(variants.some(({ compareAtMinor }) => compareAtMinor !== undefined)).toBe(true);
    expect(demoProducts.map(({ options }) => options.length)).toEqual(expect.arrayContaining([0, 1, 2]));
    expect(variants.some(({ stock }) => stock !== null && stock > 0 && stock < 5)).toBe(true);
  });
});

describe('demo shipping and tax', () => {
  test('every place lies in one zone, and the rest of the world in the last', () => {
    const countries = demoShippingZones.flatMap((zone) => zone.countries);
    expect(distinct(countries)).toBe(countries.length);
    expect(demoShippingZones.at(-1)?.countries).toEqual(['*']);
    for (const country of countries.filter((country) => country !== '*'))
      expect(country).toMatch(/^[A-Z]{2}$/);
  });

  test('every zone has a standard rate for every parcel, in each currency of the shop', () => {
    for (const { rates } of demoShippingZones) {
      const open = rates.filter(
        (rate) => rate.minSubtotalMinor === undefined && rate.maxWeightGrams === undefined,
      );
      for (const currency of [demoShop.currency, ...demoShop.currencies])
        expect(open.some((rate) => rate.code === 'standard' && rate.currency === currency)).toBe(true);
      expect(rates.every(({ priceMinor }) => priceMinor >= 0)).toBe(true);
    }
  });

  test('a place has one tax rate, below 30 %', () => {
    const places = demoTaxRates.map(({ country, region = '' }) => `${country}-${region}`);
    expect(distinct(places)).toBe(places.length);
    expect(demoTaxRates.every(({ ratePpm }) => ratePpm > 0 && ratePpm < 300000)).toBe(true);
  });
});
