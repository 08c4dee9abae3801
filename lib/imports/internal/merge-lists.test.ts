import { expect, test } from 'vitest';
import { mergeLists } from './merge-lists';

type Item = { readonly key: string | null; readonly from: string };

const item = (key: string | null, from: string): Item => ({ key, from });
const olds = (keys: string) => [...keys].map((key) => item(key === '-' ? null : key, 'old'));
const news = (keys: string) => [...keys].map((key) => ({ key }));

function merge(old: string, inFile: string): string {
  return mergeLists<Item, { key: string }, string>(olds(old), news(inFile), {
    keyOfOld: ({ key }) => key,
    keyOfNew: ({ key }) => key,
    merge: (known, { key }) => item(key, known === undefined ? 'new' : 'both'),
  })
    .map(({ key, from }) => `${key ?? '-'}${from === 'old' ? '' : from === 'new' ? '+' : '*'}`)
    .join(' ');
}

test.each([
  ['', 'abc', 'a+ b+ c+', 'a new list is as the file has it'],
  ['abc', 'cab', 'c* a* b*', 'a file that names all sets the order'],
  ['abc', 'cadb', 'c* a* d+ b*', 'also with new ones between'],
  ['abc', 'c', 'a b c*', 'a file about one moves nothing'],
  ['abc', 'dc', 'a b c* d+', 'new ones follow those that stay'],
  ['abc', '', 'a b c', 'nothing is taken away'],
  ['a-b', 'ba', 'a* - b*', 'what no file can name stays where it is'],
  ['aab', 'a', 'a* a b', 'of two with one key the first is meant'],
])('%j and %j: %j, %s', (old, inFile, expected) => {
  expect(merge(old, inFile)).toBe(expected);
});
