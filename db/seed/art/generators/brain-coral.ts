import { contours, type Grid, sampleGrid } from '../contours';
import { inkAt, type Palette } from '../palette';
import { random } from '../random';
import { plate, sheet, sheetId } from '../sheet';
import { curve, el } from '../svg';

/** Reaction and diffusion: each place follows its neighbours and opposes those further off, until stripes settle. */
export function brainCoral(seed: number, palette: Palette): string {
  const rnd = random(seed);
  const edge = 30;
  const box = {
    x: plate.x - edge,
    y: plate.y - edge,
    width: plate.width + 2 * edge,
    height: plate.height + 2 * edge,
  };
  let grid = sampleGrid(box, 11, () => rnd.bell());
  for (let round = 0; round < 14; round++) grid = react(grid);
  grid = shore(blur(grid, 1));
  const d = contours(grid, 0)
    .filter(({ points }) => points.length > 8)
    .map(({ points }) =>
      curve(
        points.filter((_, i) => i % 2 === 0),
        true,
      ),
    )
    .join('');
  const disc = {
    cx: plate.x + plate.width * rnd.range(0.42, 0.58),
    cy: plate.y + plate.height * rnd.range(0.36, 0.46),
    r: rnd.range(400, 450),
  };
  const id = sheetId(seed, 'disc');
  const [first, second] = [inkAt(palette.inks, 0), inkAt(palette.inks, 1)];
  const art =
    el('path', { d, fill: first, 'fill-rule': 'evenodd' }) +
    el(
      'g',
      { 'clip-path': `url(#${id})` },
      el('circle', { ...disc, fill: second }) + el('path', { d, fill: palette.ink, 'fill-rule': 'evenodd' }),
    );
  return sheet({
    seed,
    palette,
    ground: palette.ground,
    art,
    defs: el('clipPath', { id }, el('circle', disc)),
  });
}

/** Lowers the border, so that no blob is cut open by the end of the grid. */
function shore(grid: Grid): Grid {
  const { columns, rows } = grid;
  const inside = (i: number): boolean =>
    i % columns > 0 && i % columns < columns - 1 && i >= columns && i < columns * (rows - 1);
  return { ...grid, values: grid.values.map((value, i) => (inside(i) ? value : -1)) };
}

function react(grid: Grid): Grid {
  const near = blur(blur(grid, 2), 2);
  const far = blur(blur(grid, 4), 4);
  const values = near.values.map((value, i) => Math.max(-1, Math.min(1, (value - (far.values[i] ?? 0)) * 9)));
  return { ...grid, values };
}

/** A box blur: mean of the cells within `reach` along rows, then along columns. */
function blur(grid: Grid, reach: number): Grid {
  const pass = (
    source: Float64Array,
    along: number,
    lineLength: number,
    across: number,
    lineCount: number,
  ): Float64Array => {
    const out = new Float64Array(source.length);
    for (let line = 0; line < lineCount; line++)
      for (let i = 0; i < lineLength; i++) {
        let sum = 0;
        let cells = 0;
        for (let j = Math.max(0, i - reach); j <= Math.min(lineLength - 1, i + reach); j++, cells++)
          sum += source[line * across + j * along] ?? 0;
        out[line * across + i * along] = sum / cells;
      }
    return out;
  };
  const { columns, rows } = grid;
  return { ...grid, values: pass(pass(grid.values, 1, columns, columns, rows), columns, rows, 1, columns) };
}
