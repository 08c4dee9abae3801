import { expect, test } from 'vitest';
import en from '@/messages/en.json';
import fr from '@/messages/fr.json';
import { LAST_WORDS } from './last-words';

type Text = readonly [name: string, text: string];

/** Every text by its dotted name; a plural form counts as one. */
function textsOf(node: unknown, name = ''): Text[] {
  if (typeof node === 'string') return [[name, node]];
  return Object.entries(node as object).flatMap(([key, child]) =>
    textsOf(child, name === '' ? key : `${name}.${key}`),
  );
}

const slots = ([name, text]: Text) =>
  `${name} ${[...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort()}`;

test('a text that one language has, the other has too, with the same values in it', () => {
  expect(textsOf(fr).map(slots).sort()).toEqual(textsOf(en).map(slots).sort());
});

test('no French text is still the English one', () => {
  // What is spelled alike, or is no word.
  const alike = new Set([
    'Collection',
    'Collections',
    'Description',
    'Contact',
    'E-mail',
    'Pages',
    'Total',
    '–',
  ]);
  const english = new Map(textsOf(en));
  const same = textsOf(fr).filter(([name, text]) => english.get(name) === text && !alike.has(text));
  expect(same).toEqual([]);
});

test('French signs stand apart from their words by a space that does not break', () => {
  const wrong = /[^\u202f\s][?!;]|[^\u00a0\d/]:(?!\/)|«[^\u00a0]|[^\u00a0]»|'/;
  expect(textsOf(fr).filter(([, text]) => wrong.test(text))).toEqual([]);
});

test('what is said when nothing else works is what the texts say', () => {
  expect(en).toMatchObject(LAST_WORDS);
});
