import { expect, test } from 'vitest';
import { parseWords } from './parse-words';

test('a file has a head and a body', () => {
  expect(parseWords('---\ntitle: T\ndescription: Of {shop}\n---\n\nwords\n')).toEqual({
    title: 'T',
    description: 'Of {shop}',
    body: 'words',
  });
});

test('a page without a title is a mistake that is noticed', () => {
  expect(() => parseWords('words')).toThrow('title');
});
