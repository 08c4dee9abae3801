import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { demoProducts } from '../catalog';
import { editions, pictures } from './registry';
import { pictureFile, pictureFormats, pictureHash, pictureWidths } from './rendering';

// Where pictures of strangers are rendered SVG is refused, for the whole process.
sharp.unblock({ operation: ['VipsForeignLoadSvg'] });

const root = fileURLToPath(new URL('../../..', import.meta.url));
const drawn = new Map(pictures.map((picture) => [picture.name, picture.draw()]));

describe('the generators', () => {
  test.each(editions)(
    '$name: a seed always draws the same bytes, another seed others',
    ({ generator, seed, palette }) => {
      const once = generator(seed, palette);
      expect(generator(seed, palette)).toBe(once);
      expect(generator(seed + 1, palette)).not.toBe(once);
    },
  );

  test.each([...drawn])('%s is an SVG that parses, with nothing that could run or load', async (_, svg) => {
    const { format, width, height } = await sharp(Buffer.from(svg)).metadata();
    expect({ format, width, height }).toEqual({ format: 'svg', width: 1600, height: 2000 });
    expect(svg).not.toMatch(/<script|<foreignObject|\son\w+=|href=|@import|url\((?!#)/i);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('an id stands for one thing in a scene, however often its sheet is in it', () => {
    for (const [name, svg] of drawn) {
      const named = new Map<string, string>();
      for (const [whole, , id = ''] of svg.matchAll(/<(\w+)[^>]*\sid="([^"]+)"[^>]*>.*?<\/\1>/gs)) {
        expect(named.get(id) ?? whole, name).toBe(whole);
        named.set(id, whole);
      }
    }
  });
});

describe('the committed pictures', () => {
  test('are those the generators draw (else: npm run art)', () => {
    const rendered = JSON.parse(readFileSync(`${root}db/seed/art/rendered.json`, 'utf8')) as unknown;
    expect(rendered).toEqual(Object.fromEntries([...drawn].map(([name, svg]) => [name, pictureHash(svg)])));
  });

  test('exist in each width and format, and stay within 12 MB together', () => {
    const files = pictures.flatMap(({ name }) =>
      pictureWidths.flatMap((width) =>
        pictureFormats.map((format) => `${root}public/art/${pictureFile(name, width, format)}`),
      ),
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
    expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(12_000_000);
  });

  test('are all the catalog shows, and all of them are shown', () => {
    const shown = new Set(demoProducts.flatMap(({ images }) => images.map(({ path }) => path)));
    expect([...shown].toSorted()).toEqual(pictures.map(({ name }) => `/art/${name}`).toSorted());
  });
});
