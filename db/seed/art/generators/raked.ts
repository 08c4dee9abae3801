import { contours, sampleGrid } from '../contours';
import { fractalNoise } from '../noise';
import { blend, inkAt, type Palette } from '../palette';
import { type Random, random } from '../random';
import { plate, sheet } from '../sheet';
import { curve, el, type Point } from '../svg';

type Stone = { x: number; y: number; r: number };

/** Flow: gravel raked around stones; each line is a path on which water would slip past them. */
export function raked(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const stones = lay(rnd);
  const wander = fractalNoise(seed + 5, 2);
  const flow = (x: number, y: number): number => {
    const pull = stones.reduce((sum, stone) => {
      const [dx, dy] = [x - stone.x, y - stone.y];
      const near = dx * dx + dy * dy;
      return sum - (dy * stone.r * stone.r * 1.9) / Math.max(near, stone.r * stone.r);
    }, 0);
    return y + pull + wander(x / 900, y / 700) * 120;
  };
  const grid = sampleGrid(
    { x: plate.x - 20, y: plate.y - 20, width: plate.width + 40, height: plate.height + 40 },
    10,
    flow,
  );
  const gap = 23;
  const furrows: string[] = [];
  for (let level = plate.y - 400; level < plate.y + plate.height + 400; level += gap)
    furrows.push(
      ...contours(grid, level).map(({ points, closed }) =>
        curve(
          points.filter((_, i) => i % 3 === 0 || i === points.length - 1),
          closed,
        ),
      ),
    );
  const line = el('path', {
    d: furrows.join(''),
    fill: 'none',
    stroke: inkAt(palette.inks, 0),
    'stroke-width': 7.5,
  });
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art: line + stones.map((stone, i) => draw(stone, i, rnd, palette)).join(''),
  });
}

function lay(rnd: Random): Stone[] {
  const stones: Stone[] = [];
  for (const r of [178, 112, 74, 52, 38])
    for (let i = 0; i < 80; i++) {
      const stone = {
        r,
        x: rnd.range(plate.x + r * 1.5, plate.x + plate.width - r * 1.5),
        y: rnd.range(plate.y + r * 1.8, plate.y + plate.height - r * 1.8),
      };
      if (stones.some((other) => Math.hypot(other.x - stone.x, other.y - stone.y) < 1.9 * (other.r + r)))
        continue;
      stones.push(stone);
      break;
    }
  return stones;
}

function draw(stone: Stone, index: number, rnd: Random, palette: Palette): string {
  const furrow = inkAt(palette.inks, 0);
  const rings = [1.52, 1.28].map((reach) =>
    el('circle', {
      cx: stone.x,
      cy: stone.y,
      r: stone.r * reach,
      fill: palette.ground,
      stroke: furrow,
      'stroke-width': 7.5,
    }),
  );
  const waves = [2, 3, 5].map((lobes) => ({
    lobes,
    size: rnd.range(0.03, 0.2) / lobes,
    turn: rnd.range(0, 6.3),
  }));
  const outline = Array.from({ length: 20 }, (_, i): Point => {
    const angle = (i / 20) * 2 * Math.PI;
    const reach =
      stone.r *
      waves.reduce((sum, { lobes, size, turn }) => sum + size * Math.sin(lobes * angle + turn), 0.98);
    return [stone.x + Math.cos(angle) * reach, stone.y + Math.sin(angle) * reach];
  });
  const colour = index === 1 ? inkAt(palette.inks, 1) : blend(palette.ink, furrow, index * 0.08);
  return rings.join('') + el('path', { d: curve(outline, true), fill: colour });
}
