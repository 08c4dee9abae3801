import { expect, test } from 'vitest';
import { demoCollections, demoProducts } from './catalog';
import { frenchOfProduct, shippingInFrench } from './french';
import { collectionsInFrench } from './french/collections';
import { demoShippingZones } from './shipping-and-tax';

test.each(demoProducts)('$slug is said in French, whole', (product) => {
  const { fr } = frenchOfProduct(product);
  const words = fr?.words ?? {};
  expect(fr?.title).not.toBe('');
  const shape = (html: string) => html.replaceAll(/[^<>]*(<\/?\w+>)[^<>]*/g, '$1');
  expect(shape(fr?.descriptionHtml ?? '')).toBe(shape(product.descriptionHtml));
  // No fact was left in English: what both say is measures alone.
  const facts = (html = '') => [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, fact]) => fact);
  const own = new Set(facts(product.descriptionHtml));
  expect(facts(fr?.descriptionHtml).filter((fact) => own.has(fact))).toEqual([]);
  const short = [
    ...[product.productType, ...product.tags, ...product.images.map(({ alt }) => alt)],
    ...product.options.flatMap(({ name, values }) => [
      name,
      ...values.filter((value) => !/\d cm$/.test(value)),
    ]),
  ];
  expect(short.filter((text) => !words[text])).toEqual([]);
  for (const { values } of product.options)
    expect(new Set(values.map((value) => words[value] ?? value)).size).toBe(values.length);
});

test('every collection and every way to ship is said in French', () => {
  expect(demoCollections.filter(({ slug }) => !collectionsInFrench[slug]?.descriptionHtml)).toEqual([]);
  const titles = demoShippingZones.flatMap(({ rates }) => rates.map(({ title }) => title));
  expect(titles.filter((title) => shippingInFrench(title) === undefined)).toEqual([]);
});
