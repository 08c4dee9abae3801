import { expect, test } from 'vitest';
import en from '@/messages/mails.en.json';
import fr from '@/messages/mails.fr.json';
import { languageOf, speak } from './texts';

/** Every text by its dotted name, with the values that it names. */
function slotsOf(node: unknown, name = ''): [string, string[]][] {
  if (typeof node === 'string')
    return [[name, [...node.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()]];
  return Object.entries(node as object).flatMap(([key, child]) => slotsOf(child, `${name}.${key}`));
}

test('every language has the same texts, each with the same values', () => {
  expect(slotsOf(fr)).toEqual(slotsOf(en));
});

test('the count chooses the plural form, and numbers are written as the language does', () => {
  expect(speak('en').t('low-stock.more', { count: 1_200 })).toBe('and 1,200 more');
  expect(speak('fr').t('low-stock.more', { count: 1 })).toBe('et 1 autre');
});

test.each([
  ['fr-fr', 'fr'],
  ['FR', 'fr'],
  ['en-us', 'en'],
  ['DE', 'en'],
  ['fri', 'en'],
  [null, 'en'],
])('%s reads %s', (place, language) => {
  expect(languageOf(place)).toBe(language);
});
