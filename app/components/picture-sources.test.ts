import { expect, test } from 'vitest';
import { pictureSources } from './picture-sources';

test('one rendering tells where all are', () => {
  const { src, avif, webp } = pictureSources('/art/two-bells-800.webp');
  expect(src).toBe('/art/two-bells-800.webp');
  expect(avif).toBe(
    '/art/two-bells-400.avif 400w, /art/two-bells-800.avif 800w, /art/two-bells-1600.avif 1600w',
  );
  expect(webp).toContain('/art/two-bells-1600.webp 1600w');
});

test('what is not ours is shown as it is', () => {
  for (const url of ['/placeholder.svg', 'https://example.com/picture-800.webp']) {
    expect(pictureSources(url)).toEqual({ src: url, avif: undefined, webp: undefined });
  }
});
