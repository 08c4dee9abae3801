import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { drawSocialPicture } from './draw-social-picture';
import { readSocialPictureName, socialPicturePath } from './social-picture';

vi.mock('@/lib/platform/env', () => ({ env: () => ({ APP_SECRET: 'a'.repeat(64) }) }));

const flat = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .webp()
    .toBuffer();

/** The colours from left to right, at eight places of the middle. */
async function across(picture: Uint8Array): Promise<string[]> {
  const { data } = await sharp(picture)
    .resize(24, 1, { kernel: 'nearest' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const name = (red: number, green: number, blue: number) =>
    red > 200 && green > 200 && blue > 200 ? 'paper' : red > 200 ? 'red' : green > 200 ? 'green' : 'blue';
  return Array.from({ length: 24 }, (_, at) =>
    name(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
  );
}

const shapes = [
  [1600, 2000],
  [2000, 1000],
  [300, 3000],
  [64, 64],
] as const;

test.each(shapes)(
  'of pictures of %i by %i, whichever there are, it is 1200 by 630',
  async (width, height) => {
    const [red, green, blue] = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((colour) => flat(width, height, colour)),
    );
    if (red === undefined || green === undefined || blue === undefined) throw new Error('nothing was made');
    for (const pictures of [[red], [red, green], [red, green, blue]]) {
      const drawn = await drawSocialPicture(pictures);
      const { width, height, format } = await sharp(drawn).metadata();
      expect([width, height, format]).toEqual([1200, 630, 'jpeg']);
      const colours = new Set(await across(drawn));
      colours.delete('paper');
      expect([...colours]).toEqual(['red', 'green', 'blue'].slice(0, pictures.length));
    }
  },
);

test('what is no picture is not drawn', async () => {
  await expect(drawSocialPicture([new Uint8Array([1, 2, 3])])).rejects.toThrow();
  await expect(drawSocialPicture([])).rejects.toThrow();
});

test('its address stands for pictures of ours, and nobody makes one up', async () => {
  const hash = 'f0'.repeat(32);
  const path = await socialPicturePath([
    '/placeholder.svg',
    '/art/two-bells-800.webp',
    `/files/${hash}-400.avif`,
  ]);
  const name = path?.slice('/social/'.length) ?? '';
  expect(await readSocialPictureName(name)).toEqual(['/art/two-bells-1600.webp', `/files/${hash}-1600.webp`]);
  const four = ['a', 'b', 'c', 'd'].map((one) => `/art/${one}-800.webp`);
  const longest = await socialPicturePath(four.map(() => `/files/${hash}-800.webp`));
  expect(await readSocialPictureName(longest?.slice('/social/'.length) ?? '')).toHaveLength(3);
  expect(await socialPicturePath(['/placeholder.svg', 'https://elsewhere.example/x-800.webp'])).toBeNull();
  expect(await socialPicturePath([])).toBeNull();
  const other = (await socialPicturePath(four))?.slice('/social/'.length) ?? '';
  const [what = ''] = name.split('.');
  const wrong = [
    '',
    'x.jpg',
    `${what}.jpg`,
    other.replace(/^[^.]+/, what),
    name.replace('.jpg', '.png'),
    `${name}.jpg`,
  ];
  for (const made of wrong) expect([made, await readSocialPictureName(made)]).toEqual([made, null]);
});
