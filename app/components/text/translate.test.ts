import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import { createTranslate } from './translate';

const t = createTranslate(en, 'en-US');

test('values stand where the text names them', () => {
  expect(t('search.results', { query: 'sea' })).toBe('Results for “sea”');
});

test('the count chooses the plural form, and numbers are written as the locale does', () => {
  expect(t('common.cartCount', { count: 1 })).toBe('Cart, 1 item');
  expect(t('common.cartCount', { count: 1200 })).toBe('Cart, 1,200 items');
});

test('what is put in is never read as a text with values of its own', () => {
  expect(t('checkout.lineLeft', { title: '{count} moons', count: 2 })).toBe('{count} moons: 2 left');
});

test('a text that was not sent to the browser shows its name instead of breaking the page', () => {
  expect(createTranslate({}, 'en-US')('cart.title')).toBe('cart.title');
});

test('every plural has a form for all other numbers', () => {
  const leaves = (node: unknown): unknown[] =>
    typeof node === 'object' && node !== null && !('other' in node)
      ? Object.values(node).flatMap(leaves)
      : [node];
  for (const leaf of leaves(en)) {
    expect(typeof leaf === 'string' || typeof (leaf as { other: unknown }).other === 'string').toBe(true);
  }
});
