import { expect, test } from 'vitest';
import { searchWords } from './search-words';

test.each([
  ['ferry', '', 'ferry:*'],
  ['last fer', 'last', 'fer:*'],
  ['naïve été', 'naïve', 'été:*'],
  ['東京', '', '東京:*'],
])('%s ends in a word that may be only begun', (query, head, prefix) => {
  expect(searchWords(query)).toEqual({ all: query, head, prefix });
});

test.each([
  '"last ferry"',
  'last "fer',
  'ferry -night',
  'ferry or',
  'ferry OR',
  "o'neil",
  'a',
  'x & (',
  ':*',
  "';",
  '',
])('%j is taken as it stands', (query) => {
  expect(searchWords(query)).toMatchObject({ all: query, prefix: null });
});
