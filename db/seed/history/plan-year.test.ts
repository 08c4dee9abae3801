import { expect, test } from 'vitest';
import type { ProductDraft, VariantDraft } from '@/lib/catalog/model';
import { newId } from '@/lib/kernel/ids';
import { demoProducts } from '../catalog';
import { planYear } from './plan-year';

const DAY_MS = 86_400_000;
const nowMs = Date.UTC(2026, 10, 22, 13, 0);

const drafts = demoProducts.map(
  (demo): ProductDraft => ({
    ...demo,
    id: newId('prod'),
    status: demo.collections.includes('night-sheets') ? 'draft' : 'active',
    images: [],
    collectionIds: [],
    variants: demo.variants.map(
      (variant): VariantDraft => ({
        ...variant,
        id: newId('var'),
        title: '',
        barcode: null,
        requiresShipping: true,
        taxClass: 'standard',
        imageId: null,
        prices: [{ currency: 'USD', priceMinor: variant.priceMinor, compareAtMinor: null }],
      }),
    ),
  }),
);
const year = planYear(drafts, nowMs);
const soldOf = new Map<string, number>();
for (const { lines } of year.orders)
  for (const { variantId, quantity } of lines) soldOf.set(variantId, (soldOf.get(variantId) ?? 0) + quantity);

const ordersBetween = (fromDaysAgo: number, toDaysAgo: number): number =>
  year.orders.filter(({ atMs }) => atMs >= nowMs - fromDaysAgo * DAY_MS && atMs < nowMs - toDaysAgo * DAY_MS)
    .length;

test('the same products and the same moment give the same year', () => {
  expect(planYear(drafts, nowMs)).toEqual(year);
  expect(year.orders.length).toBeGreaterThan(2_500);
  expect(year.orders.length).toBeLessThan(4_500);
});

test('nothing happens in the future, before its product came out, or to what is not for sale yet', () => {
  const drafted = new Set(
    drafts
      .filter(({ status }) => status === 'draft')
      .flatMap(({ variants }) => variants.map(({ id }) => String(id))),
  );
  const wrong = year.orders.filter(
    ({ atMs, doneAfterHours, lines }) =>
      atMs + doneAfterHours * 3_600_000 >= nowMs ||
      lines.some(
        ({ variantId }) =>
          drafted.has(variantId) || atMs < nowMs - (year.launches.get(variantId) ?? 0) * DAY_MS,
      ),
  );
  expect(wrong).toEqual([]);
});

test('an edition never sells past its number: what was sold and what is left fit into it', () => {
  for (const { descriptionHtml, variants, slug } of drafts) {
    const edition = Number(/Edition of (\d+)/.exec(descriptionHtml)?.[1] ?? Number.POSITIVE_INFINITY);
    const bySize = new Map<string, number>();
    for (const { id, optionValues, stock } of variants) {
      const size = optionValues.find((value) => value.endsWith('cm')) ?? '';
      bySize.set(size, (bySize.get(size) ?? 0) + (stock ?? 0) + (soldOf.get(id) ?? 0));
    }
    expect(Math.max(...bySize.values()), slug).toBeLessThanOrEqual(edition);
  }
});

test('it has the shape of a year: gifts before Christmas, launches, and people who come back', () => {
  const december = ordersBetween(356, 337);
  const february = ordersBetween(295, 276);
  expect(december).toBeGreaterThan(february * 1.15);
  const launches = [...new Set(year.launches.values())].filter((daysAgo) => daysAgo < 360);
  const sumAt = (offset: number): number =>
    launches.reduce((sum, daysAgo) => sum + ordersBetween(daysAgo + offset, daysAgo + offset - 1), 0);
  expect(sumAt(0)).toBeGreaterThan(sumAt(2) * 1.3);
  const share = year.people.length / year.orders.length;
  expect(share).toBeGreaterThan(0.6);
  expect(share).toBeLessThan(0.85);
});

test('every fate has its share, and a code is used once by a person', () => {
  const fates = new Set(year.orders.map(({ fate }) => fate));
  expect([...fates].toSorted()).toEqual([
    'abandoned',
    'cancelled',
    'expired',
    'open',
    'partly-refunded',
    'refunded',
    'sent',
  ]);
  const coded = year.orders.filter(({ code }) => code !== null).map(({ person }) => person);
  expect(new Set(coded).size).toBe(coded.length);
});
