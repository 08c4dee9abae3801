import { expect, test } from 'vitest';
import { foldWord, wordsIn } from './words';

test('words are runs of letters, whatever stands between them', () => {
  expect(wordsIn('Two Bells, 30×40 cm, Épreuve d’artiste (no. 7) – MOTH')).toEqual([
    ...['two', 'bells', 'épreuve', 'artiste', 'moth'],
  ]);
  expect(wordsIn('e\u0301te\u0301')).toEqual(['été']);
  expect(wordsIn(`東京タワー ${'x'.repeat(41)}`)).toEqual(['東京タワー']);
});

test('a word is compared without its accents', () => {
  expect(foldWord('épreuve')).toBe('epreuve');
});
