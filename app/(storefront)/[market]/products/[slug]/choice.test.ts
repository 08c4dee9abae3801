import { expect, test } from 'vitest';
import type { StoreVariant } from '@/lib/catalog/model';
import { newId } from '@/lib/kernel/ids';
import { findVariant, firstChoice, pick, valueState } from './choice';

function variant(available: boolean, ...optionValues: string[]): StoreVariant {
  return {
    id: newId('var'),
    sku: '',
    title: optionValues.join(' / '),
    price: { amount: 1000, currency: 'USD' },
    available,
    optionValues,
  };
}

// A3 in all papers, A2 in cotton only, A1 in cotton (sold out) and rag.
const variants = [
  variant(false, 'A3', 'Cotton'),
  variant(true, 'A3', 'Rag'),
  variant(true, 'A2', 'Cotton'),
  variant(false, 'A1', 'Cotton'),
  variant(true, 'A1', 'Rag'),
];
const isSoldOut = (candidate: StoreVariant) => !candidate.available;

test('a page opens with a variant that can be bought', () => {
  expect(firstChoice(variants, isSoldOut)).toEqual(['A3', 'Rag']);
});

test('a page whose variants are all sold out opens with the first', () => {
  expect(firstChoice(variants, () => true)).toEqual(['A3', 'Cotton']);
});

test('a product without options has one choice, its variant', () => {
  const only = [variant(true)];
  expect(findVariant(only, firstChoice(only, isSoldOut))).toBe(only[0]);
});

test('a pick keeps the other options where that is made, sold out or not', () => {
  expect(pick(variants, ['A3', 'Cotton'], 0, 'A1', isSoldOut)).toEqual(['A1', 'Cotton']);
});

test('a pick that is not made with the other options gives way to one that is', () => {
  expect(pick(variants, ['A3', 'Rag'], 0, 'A2', isSoldOut)).toEqual(['A2', 'Cotton']);
});

test('a pick with a way out prefers what can be bought', () => {
  expect(pick(variants, ['A2', 'Linen'], 0, 'A1', isSoldOut)).toEqual(['A1', 'Rag']);
});

test('values tell whether they can be bought with the rest of the choice', () => {
  const state = (option: number, value: string) =>
    valueState(variants, ['A3', 'Rag'], option, value, isSoldOut);
  expect(state(0, 'A3')).toBe('available');
  expect(state(0, 'A2')).toBe('missing');
  expect(state(0, 'A1')).toBe('available');
  expect(state(1, 'Cotton')).toBe('sold-out');
});

test('of a product that is not sold here nothing can be chosen, and nothing breaks', () => {
  expect(firstChoice([], () => false)).toEqual([]);
  expect(valueState([], [], 0, 'A3', () => false)).toBe('missing');
  expect(pick([], [], 0, 'A3', () => false)).toEqual([]);
});
