import { expect, test } from 'vitest';
import { isSlug, slugify } from './slug';

test.each([
  ['Été & Co!', 'ete-co'],
  ['  No. 7 — “Night Ferry”  ', 'no-7-night-ferry'],
  ['Straße nach Łódź', 'strasse-nach-lodz'],
  ["Men's T-Shirt", 'mens-t-shirt'],
  ['ﬁne ½ art', 'fine-1-2-art'],
  ['東京', ''],
  ['🎉', ''],
])('%j becomes %j', (title, slug) => {
  expect(slugify(title)).toBe(slug);
});

test('a long title is cut between words', () => {
  const slug = slugify('a word and '.repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug).toMatch(/-(a|word|and)$/);
  expect(slugify('x'.repeat(500)).length).toBeLessThanOrEqual(80);
});

test('every slug that is made is one', () => {
  for (const title of ['A', 'a--b', '-_-x', 'x'.repeat(300), 'a b c'])
    expect(isSlug(slugify(title))).toBe(true);
  for (const text of ['', 'A', 'a b', '-a', 'a-', 'é', 'a/b', 'x'.repeat(256)])
    expect(isSlug(text)).toBe(false);
});
