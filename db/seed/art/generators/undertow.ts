import { noise } from '../noise';
import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { edges, filled } from '../shapes';
import { plate, sheet } from '../sheet';
import { lines, type Point } from '../svg';

/** Op art: upright stripes, each a little later in the same wave than its neighbour, until the paper seems to swell. */
export function undertow(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const slow = noise(seed + 2);
  const stripes = 34;
  const phase = rnd.range(0, 6);
  const edge = (index: number): Point[] =>
    Array.from({ length: 64 }, (_, i): Point => {
      const y = plate.y - 10 + (i / 63) * (plate.height + 20);
      const t = (y - plate.y) / plate.height;
      const swell = 0.25 + 0.75 * Math.sin(t * Math.PI) ** 2;
      const wave = Math.sin(t * 11 + phase + index * 0.27 + slow(t * 2, index / 14) * 1.4) * 62 * swell;
      const pinch = Math.sin((index / stripes) * Math.PI * 2 + t * 4.2) * 46;
      return [plate.x - 150 + (index / stripes) * (plate.width + 300) + wave + pinch, y];
    });
  const parts: string[] = [];
  for (let i = 0; i < stripes; i++) {
    const colour = inkAt(palette.inks, Math.floor(i / 2) % palette.inks.length);
    if (i % 2 === 0) parts.push(filled(lines([...edge(i), ...edge(i + 1).toReversed()], true), colour));
  }
  return sheet({ seed, palette, ground: palette.ground, art: `<g>${parts.join('')}</g>` });
}

/** The same idea lying down: awning stripes that sag, in every colour of a seafront. */
export function deckchairs(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const parts: string[] = [];
  const chairs = 4;
  const wide = plate.width / chairs;
  for (let chair = 0; chair < chairs; chair++) {
    const left = plate.x + chair * wide;
    let y = plate.y - 200;
    let index = rnd.int(0, 5);
    const sag = rnd.range(90, 170) * (chair % 2 ? -1 : 1);
    while (y < edges.bottom + 220) {
      const thick = rnd.pick([16, 28, 46, 70, 110]);
      const curve = (at: number): Point[] =>
        Array.from(
          { length: 17 },
          (_, i): Point => [left + (i / 16) * wide, at + Math.sin((i / 16) * Math.PI) * sag],
        );
      parts.push(
        filled(lines([...curve(y), ...curve(y + thick + 1).toReversed()], true), inkAt(palette.inks, index)),
      );
      y += thick;
      index += rnd.int(1, 3);
    }
  }
  return sheet({ seed, palette, ground: palette.ground, art: parts.join('') });
}
